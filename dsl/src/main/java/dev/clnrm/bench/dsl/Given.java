package dev.clnrm.bench.dsl;

/**
 * A benchmark with a prepared state.
 *
 * @param <S> the state's type
 */
public final class Given<S> implements Measured1<S> {
    private final Draft draft;

    Given(Draft draft) {
        this.draft = draft;
    }

    @Override
    public Draft draft() {
        return draft;
    }

    /** Takes the state away when it has served; its cost is not measured. */
    public Given<S> tearDown(Preparing.Cleanup<? super S> code) {
        return new Given<>(draft.cleaned(code));
    }

    /**
     * How many fresh inputs are prepared at a time (256 unless told; a fault unless the state is made by {@code givenEach}): fewer where one is large.
     *
     * @param size from 1
     */
    public Given<S> batch(int size) {
        return new Given<>(draft.batched(size, Places.caller()));
    }
}
