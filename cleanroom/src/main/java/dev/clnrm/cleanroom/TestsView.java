package dev.clnrm.cleanroom;

/**
 * A read-only live view of the counts of the tests that an environment executed, without a copy. To get and read the view
 * allocates nothing; {@link TestStatistics} is a snapshot.
 *
 * <p>Each count includes every test that ended before its call, and may include some that end during it. Two counts are from two
 * moments: if you read {@link #failed} before {@link #executed}, the first is never larger. Safe for concurrent use.
 */
public interface TestsView {
    /** Tests that returned or failed. */
    long executed();

    /** Those among them that threw. */
    long failed();

    /** Their total time, in nanoseconds. */
    long nanos();
}
