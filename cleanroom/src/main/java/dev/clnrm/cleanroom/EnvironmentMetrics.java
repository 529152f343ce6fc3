package dev.clnrm.cleanroom;

/**
 * What an environment has done so far: a snapshot that does not change any more.
 *
 * <p>Under concurrent use the counts are read one after the other. They fit each other (no more failed than executed, no
 * more released than created), but an operation under way may be in one and not yet in another.
 *
 * @param sessionId the environment's session
 * @param containers its containers
 * @param services its services
 * @param tests the tests it executed, all names together
 */
public record EnvironmentMetrics(
        String sessionId, ContainerStatistics containers, ServiceStatistics services, TestStatistics tests) {}
