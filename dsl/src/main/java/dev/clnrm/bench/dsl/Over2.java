package dev.clnrm.bench.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A benchmark over two parameters.
 *
 * @param <A> the first parameter's type
 * @param <B> the second parameter's type
 */
public final class Over2<A, B> extends Drafted implements Measured2<A, B> {
    static final List<Code.Argument> ARGUMENTS = List.of(p -> p.at(0), p -> p.at(1));

    Over2(Draft draft) {
        super(draft);
    }

    /** Adds a third parameter; three or more parameters are passed together as {@link Params}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <C> OverMany over(String parameter, C... values) {
        return new OverMany(
                draft.over(Values.of(parameter, Arrays.asList(values), Places.caller()), OverMany.ARGUMENTS));
    }

    /** Adds a third parameter whose keys are shown. */
    public <C> OverMany over(String parameter, Map<String, C> values) {
        return new OverMany(draft.over(Values.named(parameter, values, Places.caller()), OverMany.ARGUMENTS));
    }

    /** Prepares a state once per fork, shared by all its threads. */
    public <S> GivenOver<S, Params> given(Preparing.From2<A, B, S> state) {
        return given(Lifetime.FORK, state);
    }

    /** Prepares a state once for each thread of a fork. */
    public <S> GivenOver<S, Params> givenPerThread(Preparing.From2<A, B, S> state) {
        return given(Lifetime.THREAD, state);
    }

    /** Prepares a new state for every invocation; its cost is not measured. */
    public <S> GivenOver<S, Params> givenEach(Preparing.From2<A, B, S> state) {
        return given(Lifetime.INVOCATION, state);
    }

    @SuppressWarnings("unchecked")
    private <S> GivenOver<S, Params> given(Lifetime lifetime, Preparing.From2<A, B, S> state) {
        return new GivenOver<>(draft.prepared(lifetime, List.of(p -> state.prepare((A) p.at(0), (B) p.at(1)), p -> p)));
    }
}
