package dev.clnrm.cleanroom;

import org.jspecify.annotations.Nullable;

/**
 * The code of a test.
 *
 * @param <T> the type of its result
 * @param <E> the checked exception of its failure
 */
@FunctionalInterface
public interface TestBody<T extends @Nullable Object, E extends Exception> {
    /**
     * Runs the test; it passes if it returns.
     *
     * @throws E if it fails
     */
    T run() throws E;
}
