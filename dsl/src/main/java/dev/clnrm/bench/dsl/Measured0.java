package dev.clnrm.bench.dsl;

/**
 * What can be measured with no argument.
 */
public interface Measured0 {
    /** What was said so far. */
    Draft draft();

    /** Measures a body that gives an object. */
    default Benchmark measure(Body.Call0 body) {
        return draft().measured(Kind.OBJECT, 0, body);
    }

    /** Measures a body that gives an int, unboxed. */
    default Benchmark measureInt(Body.Int0 body) {
        return draft().measured(Kind.INT, 0, body);
    }

    /** Measures a body that gives a long, unboxed. */
    default Benchmark measureLong(Body.Long0 body) {
        return draft().measured(Kind.LONG, 0, body);
    }

    /** Measures a body that gives a double, unboxed. */
    default Benchmark measureDouble(Body.Double0 body) {
        return draft().measured(Kind.DOUBLE, 0, body);
    }

    /** Measures a body that gives nothing and hands its results to the black hole. */
    default Benchmark measureInto(Body.Into0 body) {
        return draft().measured(Kind.INTO, 0, body);
    }

    /** Measures from the call to the completion of the stage it gives. */
    default Benchmark measureAsync(Body.Async0 body) {
        return draft().measured(Kind.ASYNC, 0, body);
    }
}
