package dev.clnrm.bench.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A benchmark over one parameter.
 *
 * @param <A> the parameter's type
 */
public final class Over1<A> extends Drafted implements Measured1<A> {
    static final List<Code.Argument> ARGUMENTS = List.of(p -> p.at(0));

    Over1(Draft draft) {
        super(draft);
    }

    /** Adds a second parameter: one case for each pair of values. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <B> Over2<A, B> over(String parameter, B... values) {
        return new Over2<>(draft.over(Values.of(parameter, Arrays.asList(values), Places.caller()), Over2.ARGUMENTS));
    }

    /** Adds a second parameter whose keys are shown. */
    public <B> Over2<A, B> over(String parameter, Map<String, B> values) {
        return new Over2<>(draft.over(Values.named(parameter, values, Places.caller()), Over2.ARGUMENTS));
    }

    /** Prepares a state once per fork, shared by all its threads. */
    public <S> GivenOver<S, A> given(Preparing.From1<A, S> state) {
        return given(Lifetime.FORK, state);
    }

    /** Prepares a state once for each thread of a fork. */
    public <S> GivenOver<S, A> givenPerThread(Preparing.From1<A, S> state) {
        return given(Lifetime.THREAD, state);
    }

    /** Prepares a new state for every invocation; its cost is not measured. */
    public <S> GivenOver<S, A> givenEach(Preparing.From1<A, S> state) {
        return given(Lifetime.INVOCATION, state);
    }

    @SuppressWarnings("unchecked")
    private <S> GivenOver<S, A> given(Lifetime lifetime, Preparing.From1<A, S> state) {
        return new GivenOver<>(draft.prepared(lifetime, List.of(p -> state.prepare((A) p.at(0)), p -> p.at(0))));
    }
}
