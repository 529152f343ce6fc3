package dev.clnrm.bench.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A benchmark with a name: add parameters, a prepared state, or the body to measure. */
public final class Named extends Drafted implements Measured0 {
    Named(Draft draft) {
        super(draft);
    }

    /** Adds one case for each value. The prepared state or the body gets the value. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <A> Over1<A> over(String parameter, A... values) {
        return new Over1<>(draft.over(Values.of(parameter, Arrays.asList(values), Places.caller()), Over1.ARGUMENTS));
    }

    /** Adds one case for each value; the keys are shown. */
    public <A> Over1<A> over(String parameter, Map<String, A> values) {
        return new Over1<>(draft.over(Values.named(parameter, values, Places.caller()), Over1.ARGUMENTS));
    }

    /** Prepares a state once per fork, shared by all its threads. */
    public <S> Given<S> given(Preparing.From0<S> state) {
        return new Given<>(draft.prepared(Lifetime.FORK, List.of(p -> state.prepare())));
    }

    /** Prepares a state once for each thread of a fork. */
    public <S> Given<S> givenPerThread(Preparing.From0<S> state) {
        return new Given<>(draft.prepared(Lifetime.THREAD, List.of(p -> state.prepare())));
    }

    /** Prepares a new state for every invocation; its cost is not measured. */
    public <S> Given<S> givenEach(Preparing.From0<S> state) {
        return new Given<>(draft.prepared(Lifetime.INVOCATION, List.of(p -> state.prepare())));
    }
}
