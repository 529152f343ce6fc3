package dev.clnrm.cleanroom;

import org.jspecify.annotations.Nullable;

/**
 * What a test does.
 *
 * @param <T> what it returns
 * @param <E> the checked exception it may fail with
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
