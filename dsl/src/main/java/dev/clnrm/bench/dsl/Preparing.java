package dev.clnrm.bench.dsl;

/** Code that prepares what a body needs and cleans it up; its cost is not measured. */
public final class Preparing {
    private Preparing() {}

    /** Creates the state. */
    @FunctionalInterface
    public interface From0<S> {
        S prepare() throws Exception;
    }

    /** Creates the state from the parameter. */
    @FunctionalInterface
    public interface From1<A, S> {
        S prepare(A parameter) throws Exception;
    }

    /** Creates the state from both parameters. */
    @FunctionalInterface
    public interface From2<A, B, S> {
        S prepare(A first, B second) throws Exception;
    }

    /** Cleans up the state. */
    @FunctionalInterface
    public interface Cleanup<S> {
        void clean(S state) throws Exception;
    }
}
