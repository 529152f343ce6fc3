package dev.clnrm.bench.dsl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The code of a declared benchmark, for the process that measures it. */
public final class Code {
    /** Creates an argument of the body. */
    @FunctionalInterface
    interface Argument {
        Object of(Params params) throws Exception;
    }

    /** No code. */
    public static final Code NOTHING = new Code("", List.of(), Optional.empty(), List.of());

    private final Object function;
    private final List<Argument> arguments;
    private final Optional<Preparing.Cleanup<Object>> cleanup;
    private final List<Values> parameters;

    Code(
            Object function,
            List<Argument> arguments,
            Optional<Preparing.Cleanup<Object>> cleanup,
            List<Values> parameters) {
        this.function = function;
        this.arguments = List.copyOf(arguments);
        this.cleanup = cleanup;
        this.parameters = List.copyOf(parameters);
    }

    /** The body: one of the interfaces of {@link Body}. */
    public Object function() {
        return function;
    }

    /**
     * The typed values for the text of a case's parameters.
     *
     * @param named the case's values as people read them, in the order declared
     * @throws IllegalArgumentException if a value was not declared
     */
    public Params params(List<String> named) {
        if (named.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    parameters.size() + " parameters are declared, " + named.size() + " given");
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        for (int i = 0; i < named.size(); i++) {
            Values declared = parameters.get(i);
            typed.put(declared.name(), declared.valueOf(named.get(i)));
        }
        return new Params(typed);
    }

    /** Creates the body's argument number {@code index}, from 0; {@code ""} if the body has no such argument. */
    public Object argument(int index, Params params) throws Exception {
        return index < arguments.size() ? arguments.get(index).of(params) : "";
    }

    /** Cleans up what {@code argument(0, …)} created. */
    public void clean(Object first) throws Exception {
        if (cleanup.isPresent()) {
            cleanup.get().clean(first);
        }
    }
}
