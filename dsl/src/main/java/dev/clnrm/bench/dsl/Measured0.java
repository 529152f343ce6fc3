package dev.clnrm.bench.dsl;

/** A benchmark whose body takes no argument. */
public sealed interface Measured0 permits Named {
    /** Measures a body that returns an object. */
    default BenchmarkDeclaration measure(Body.Call0 body) {
        return Drafted.measured(this, Kind.OBJECT, 0, body);
    }

    /** Measures a body that returns an int, unboxed. */
    default BenchmarkDeclaration measureInt(Body.Int0 body) {
        return Drafted.measured(this, Kind.INT, 0, body);
    }

    /** Measures a body that returns a long, unboxed. */
    default BenchmarkDeclaration measureLong(Body.Long0 body) {
        return Drafted.measured(this, Kind.LONG, 0, body);
    }

    /** Measures a body that returns a double, unboxed. */
    default BenchmarkDeclaration measureDouble(Body.Double0 body) {
        return Drafted.measured(this, Kind.DOUBLE, 0, body);
    }

    /** Measures a body that returns nothing and passes its results to the blackhole. */
    default BenchmarkDeclaration measureInto(Body.Into0 body) {
        return Drafted.measured(this, Kind.INTO, 0, body);
    }

    /** Measures from the call to the completion of the stage it returns. */
    default BenchmarkDeclaration measureAsync(Body.Async0 body) {
        return Drafted.measured(this, Kind.ASYNC, 0, body);
    }
}
