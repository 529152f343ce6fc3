package dev.clnrm.bench.dsl;

/**
 * A benchmark with a prepared state.
 *
 * @param <S> the state's type
 */
public final class Given<S> extends Drafted implements Measured1<S> {
    Given(Draft draft) {
        super(draft);
    }

    /** Adds code that cleans up the state after use; its cost is not measured. */
    public Given<S> tearDown(Preparing.Cleanup<? super S> code) {
        return new Given<>(draft.cleaned(code));
    }

    /**
     * Sets how many new states are prepared at a time; the default is 256. Use fewer if a state is large. Only with
     * {@code givenEach}.
     *
     * @param size from 1
     */
    public Given<S> batch(int size) {
        return new Given<>(draft.batched(size, Places.caller()));
    }
}
