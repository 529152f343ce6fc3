package dev.clnrm.bench.dsl;

/**
 * What can be measured with two arguments: the prepared state and the parameter, or two parameters.
 *
 * @param <S> the first argument
 * @param <P> the second argument
 */
public interface Measured2<S, P> {
    /** What was said so far. */
    Draft draft();

    /** Measures a body that gives an object. */
    default Benchmark measure(Body.Call2<S, P> body) {
        return draft().measured(Kind.OBJECT, 2, body);
    }

    /** Measures a body that gives an int, unboxed. */
    default Benchmark measureInt(Body.Int2<S, P> body) {
        return draft().measured(Kind.INT, 2, body);
    }

    /** Measures a body that gives a long, unboxed. */
    default Benchmark measureLong(Body.Long2<S, P> body) {
        return draft().measured(Kind.LONG, 2, body);
    }

    /** Measures a body that gives a double, unboxed. */
    default Benchmark measureDouble(Body.Double2<S, P> body) {
        return draft().measured(Kind.DOUBLE, 2, body);
    }

    /** Measures a body that gives nothing and hands its results to the black hole. */
    default Benchmark measureInto(Body.Into2<S, P> body) {
        return draft().measured(Kind.INTO, 2, body);
    }

    /** Measures from the call to the completion of the stage it gives. */
    default Benchmark measureAsync(Body.Async2<S, P> body) {
        return draft().measured(Kind.ASYNC, 2, body);
    }
}
