package dev.clnrm.bench.fork.internal;

import static dev.clnrm.bench.dsl.Bench.atMost;
import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.micros;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import java.util.Arrays;

/** Suite classes that cannot be read, and one that can. */
public final class BadSuites {
    private BadSuites() {}

    /** Declares. */
    public static final class Good implements BenchmarkSuite {
        @Override
        public Suite declare() {
            return suite("good").benchmarks(benchmark("x").measure(() -> ""));
        }
    }

    /** Throws. */
    public static final class Throwing implements BenchmarkSuite {
        @Override
        public Suite declare() {
            throw new UnsupportedOperationException("not today");
        }
    }

    /** Passes a limit to the DSL that it rejects. */
    public static final class Refused implements BenchmarkSuite {
        @Override
        public Suite declare() {
            return suite("refused").benchmarks(benchmark("x").measure(() -> "").time(atMost(micros(-5))));
        }
    }

    /** Passes null as a name to the DSL. */
    public static final class Nameless implements BenchmarkSuite {
        @Override
        public Suite declare() {
            return suite(Arrays.asList(new String[1]).get(0));
        }
    }

    /** Returns null. */
    public static final class Null implements BenchmarkSuite {
        @Override
        @SuppressWarnings("NullAway")
        public Suite declare() {
            return null;
        }
    }

    /** Runs out of stack. */
    public static final class Endless implements BenchmarkSuite {
        @Override
        @SuppressWarnings("InfiniteRecursion")
        public Suite declare() {
            return declare();
        }
    }

    /** Throws in its constructor. */
    public static final class NotMade implements BenchmarkSuite {
        public NotMade() {
            throw new IllegalStateException("no room");
        }

        @Override
        public Suite declare() {
            return suite("x");
        }
    }

    /** Throws while its class is loaded. */
    public static final class NotLoaded implements BenchmarkSuite {
        static final int VALUE = Integer.parseInt("seven");

        @Override
        public Suite declare() {
            return suite("x" + VALUE);
        }
    }

    /** Has no constructor without arguments. */
    public static final class NoConstructor implements BenchmarkSuite {
        private final String name;

        public NoConstructor(String name) {
            this.name = name;
        }

        @Override
        public Suite declare() {
            return suite(name);
        }
    }

    /** Is abstract. */
    public abstract static class Abstract implements BenchmarkSuite {
        public Abstract() {}
    }

    /** Is not a suite. */
    public static final class NoSuite {}

    /** Ends the JVM. */
    public static final class Exiting implements BenchmarkSuite {
        @Override
        public Suite declare() {
            System.exit(0);
            return suite("x");
        }
    }

    /** Leaves a thread running. */
    public static final class Busy implements BenchmarkSuite {
        @Override
        public Suite declare() {
            new Thread(() -> {
                        while (true) {
                            Thread.onSpinWait();
                        }
                    })
                    .start();
            return suite("busy").benchmarks(benchmark("x").measure(() -> ""));
        }
    }
}
