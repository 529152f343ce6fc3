package dev.clnrm.bench.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A benchmark over three or more parameters, which are passed together as {@link Params}. */
public final class OverMany extends Drafted implements Measured1<Params> {
    static final List<Code.Argument> ARGUMENTS = List.of(p -> p);

    OverMany(Draft draft) {
        super(draft);
    }

    /** Adds a parameter. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <C> OverMany over(String parameter, C... values) {
        return new OverMany(draft.over(Values.of(parameter, Arrays.asList(values), Places.caller()), ARGUMENTS));
    }

    /** Adds a parameter whose keys are shown. */
    public <C> OverMany over(String parameter, Map<String, C> values) {
        return new OverMany(draft.over(Values.named(parameter, values, Places.caller()), ARGUMENTS));
    }

    /** Prepares a state once per fork, shared by all its threads. */
    public <S> GivenOver<S, Params> given(Preparing.From1<Params, S> state) {
        return given(Lifetime.FORK, state);
    }

    /** Prepares a state once for each thread of a fork. */
    public <S> GivenOver<S, Params> givenPerThread(Preparing.From1<Params, S> state) {
        return given(Lifetime.THREAD, state);
    }

    /** Prepares a new state for every invocation; its cost is not measured. */
    public <S> GivenOver<S, Params> givenEach(Preparing.From1<Params, S> state) {
        return given(Lifetime.INVOCATION, state);
    }

    private <S> GivenOver<S, Params> given(Lifetime lifetime, Preparing.From1<Params, S> state) {
        return new GivenOver<>(draft.prepared(lifetime, List.of(state::prepare, p -> p)));
    }
}
