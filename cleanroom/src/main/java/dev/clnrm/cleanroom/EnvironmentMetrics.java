package dev.clnrm.cleanroom;

/**
 * A snapshot of what an environment has done so far, which does not change any more.
 *
 * <p>Under concurrent use the counts are read one after the other. They are consistent (no more failed than executed, no more
 * released than created), but a current operation may be in one count and not yet in another.
 *
 * @param sessionId the environment's session
 * @param containers its containers
 * @param services its services
 * @param tests the tests it executed, all names together
 */
public record EnvironmentMetrics(
        String sessionId, ContainerStatistics containers, ServiceStatistics services, TestStatistics tests) {}
