package dev.clnrm.cleanroom.intelligence;

import java.time.Duration;

/**
 * The resources that one execution of a test used.
 *
 * @param cpuTime CPU time of all threads together, not negative, up to 292 years
 * @param memory peak memory in bytes, from 0
 * @param disk bytes read from and written to disks, from 0
 * @param network bytes received and sent, from 0
 */
public record ResourceUsage(Duration cpuTime, long memory, long disk, long network) {
    /** Nothing was used, or nothing was measured. */
    public static final ResourceUsage NONE = new ResourceUsage(Duration.ZERO, 0, 0, 0);

    public ResourceUsage {
        if (cpuTime.isNegative() || memory < 0 || disk < 0 || network < 0) {
            throw new IllegalArgumentException("negative usage: processor time " + cpuTime + ", memory " + memory
                    + " B, disk " + disk + " B, network " + network + " B");
        }
        Nanos.of(cpuTime);
    }

    /** This much memory, and nothing else. */
    public static ResourceUsage ofMemory(long bytes) {
        return new ResourceUsage(Duration.ZERO, bytes, 0, 0);
    }
}
