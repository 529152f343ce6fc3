package dev.clnrm.bench.dsl;

/**
 * What can be measured with one argument: the prepared state, or the parameter.
 *
 * @param <S> the first argument
 */
public interface Measured1<S> {
    /** What was said so far. */
    Draft draft();

    /** Measures a body that gives an object. */
    default Benchmark measure(Body.Call1<S> body) {
        return draft().measured(Kind.OBJECT, 1, body);
    }

    /** Measures a body that gives an int, unboxed. */
    default Benchmark measureInt(Body.Int1<S> body) {
        return draft().measured(Kind.INT, 1, body);
    }

    /** Measures a body that gives a long, unboxed. */
    default Benchmark measureLong(Body.Long1<S> body) {
        return draft().measured(Kind.LONG, 1, body);
    }

    /** Measures a body that gives a double, unboxed. */
    default Benchmark measureDouble(Body.Double1<S> body) {
        return draft().measured(Kind.DOUBLE, 1, body);
    }

    /** Measures a body that gives nothing and hands its results to the black hole. */
    default Benchmark measureInto(Body.Into1<S> body) {
        return draft().measured(Kind.INTO, 1, body);
    }

    /** Measures from the call to the completion of the stage it gives. */
    default Benchmark measureAsync(Body.Async1<S> body) {
        return draft().measured(Kind.ASYNC, 1, body);
    }
}
