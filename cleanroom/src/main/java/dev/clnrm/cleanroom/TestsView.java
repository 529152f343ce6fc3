package dev.clnrm.cleanroom;

/**
 * The counts of the tests that an environment executed, seen in place: a read-only view of what lives, of which nothing is copied. The view
 * is handed out and read without allocating; {@link TestStatistics} is the copy.
 *
 * <p>Each count has every test that ended before its call, and may have some that end during it. Two counts are of two moments: read
 * {@link #failed} before {@link #executed}, and no more have failed than were executed. Safe for concurrent use.
 */
public interface TestsView {
    /** Tests that returned or failed. */
    long executed();

    /** Those among them that threw. */
    long failed();

    /** What they took together, in nanoseconds. */
    long nanos();
}
