package dev.clnrm.bench.dsl;

/**
 * A benchmark with a state prepared from its parameters.
 *
 * @param <S> the state's type
 * @param <P> the parameter's type; {@link Params} if there are several
 */
public final class GivenOver<S, P> extends Drafted implements Measured1<S>, Measured2<S, P> {
    GivenOver(Draft draft) {
        super(draft);
    }

    /** Adds code that cleans up the state after use; its cost is not measured. */
    public GivenOver<S, P> tearDown(Preparing.Cleanup<? super S> code) {
        return new GivenOver<>(draft.cleaned(code));
    }

    /**
     * Sets how many new states are prepared at a time; the default is 256. Use fewer if a state is large. Only with
     * {@code givenEach}.
     *
     * @param size from 1
     */
    public GivenOver<S, P> batch(int size) {
        return new GivenOver<>(draft.batched(size, Places.caller()));
    }
}
