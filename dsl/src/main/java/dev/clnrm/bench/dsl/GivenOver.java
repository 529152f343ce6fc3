package dev.clnrm.bench.dsl;

/**
 * A benchmark with a state prepared from its parameters.
 *
 * @param <S> the state's type
 * @param <P> the parameter's type; {@link Params} where there are several
 */
public final class GivenOver<S, P> implements Measured1<S>, Measured2<S, P> {
    private final Draft draft;

    GivenOver(Draft draft) {
        this.draft = draft;
    }

    @Override
    public Draft draft() {
        return draft;
    }

    /** Takes the state away when it has served; its cost is not measured. */
    public GivenOver<S, P> tearDown(Preparing.Cleanup<? super S> code) {
        return new GivenOver<>(draft.cleaned(code));
    }

    /**
     * How many fresh inputs are prepared at a time (256 unless told; a fault unless the state is made by {@code givenEach}): fewer where one is large.
     *
     * @param size from 1
     */
    public GivenOver<S, P> batch(int size) {
        return new GivenOver<>(draft.batched(size, Places.caller()));
    }
}
