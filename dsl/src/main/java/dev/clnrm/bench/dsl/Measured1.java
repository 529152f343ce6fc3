package dev.clnrm.bench.dsl;

/**
 * A benchmark whose body takes one argument: the prepared state, or the parameter.
 *
 * @param <S> the first argument
 */
public sealed interface Measured1<S> permits Given, GivenOver, Over1, OverMany {
    /** Measures a body that returns an object. */
    default BenchmarkDeclaration measure(Body.Call1<S> body) {
        return Drafted.measured(this, Kind.OBJECT, 1, body);
    }

    /** Measures a body that returns an int, unboxed. */
    default BenchmarkDeclaration measureInt(Body.Int1<S> body) {
        return Drafted.measured(this, Kind.INT, 1, body);
    }

    /** Measures a body that returns a long, unboxed. */
    default BenchmarkDeclaration measureLong(Body.Long1<S> body) {
        return Drafted.measured(this, Kind.LONG, 1, body);
    }

    /** Measures a body that returns a double, unboxed. */
    default BenchmarkDeclaration measureDouble(Body.Double1<S> body) {
        return Drafted.measured(this, Kind.DOUBLE, 1, body);
    }

    /** Measures a body that returns nothing and passes its results to the blackhole. */
    default BenchmarkDeclaration measureInto(Body.Into1<S> body) {
        return Drafted.measured(this, Kind.INTO, 1, body);
    }

    /** Measures from the call to the completion of the stage it returns. */
    default BenchmarkDeclaration measureAsync(Body.Async1<S> body) {
        return Drafted.measured(this, Kind.ASYNC, 1, body);
    }
}
