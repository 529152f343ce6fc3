package dev.clnrm.cleanroom;

/**
 * The services of an environment.
 *
 * @param registered services that can be started
 * @param running services that are started and not stopped
 */
public record ServiceStatistics(int registered, int running) {
    public ServiceStatistics {
        if (running < 0 || running > registered) {
            throw new IllegalArgumentException(
                    "counts are inconsistent: registered " + registered + ", running " + running);
        }
    }
}
