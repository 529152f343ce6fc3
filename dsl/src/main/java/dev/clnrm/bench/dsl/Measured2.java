package dev.clnrm.bench.dsl;

/**
 * A benchmark whose body takes two arguments: the prepared state and the parameter, or two parameters.
 *
 * @param <S> the first argument
 * @param <P> the second argument
 */
public sealed interface Measured2<S, P> permits GivenOver, Over2 {
    /** Measures a body that returns an object. */
    default BenchmarkDeclaration measure(Body.Call2<S, P> body) {
        return Drafted.measured(this, Kind.OBJECT, 2, body);
    }

    /** Measures a body that returns an int, unboxed. */
    default BenchmarkDeclaration measureInt(Body.Int2<S, P> body) {
        return Drafted.measured(this, Kind.INT, 2, body);
    }

    /** Measures a body that returns a long, unboxed. */
    default BenchmarkDeclaration measureLong(Body.Long2<S, P> body) {
        return Drafted.measured(this, Kind.LONG, 2, body);
    }

    /** Measures a body that returns a double, unboxed. */
    default BenchmarkDeclaration measureDouble(Body.Double2<S, P> body) {
        return Drafted.measured(this, Kind.DOUBLE, 2, body);
    }

    /** Measures a body that returns nothing and passes its results to the blackhole. */
    default BenchmarkDeclaration measureInto(Body.Into2<S, P> body) {
        return Drafted.measured(this, Kind.INTO, 2, body);
    }

    /** Measures from the call to the completion of the stage it returns. */
    default BenchmarkDeclaration measureAsync(Body.Async2<S, P> body) {
        return Drafted.measured(this, Kind.ASYNC, 2, body);
    }
}
