package dev.clnrm.bench.author;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.dsl.Internals.spec;

import dev.clnrm.bench.dsl.Bench;
import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.SuiteSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A place is the file and line of the user's method call, not of the start of the statement. */
class PlacesTest {
    private static final String SOURCE = """
            package com.acme;                                          // 1

            import static dev.clnrm.bench.dsl.Bench.*;                 // 3
            import dev.clnrm.bench.dsl.*;

            public final class Chain implements BenchmarkSuite {
                @Override
                public Suite declare() {
                    return suite("chain")                              // 9
                            .measuredBy(forks(1, 2)
                                    .env("not a name"))                // 11
                            .benchmarks(
                                    benchmark("first")                 // 13
                                            .over("n",
                                                    1,
                                                    1)                 // the call of over is on 14
                                            .measureInt(n -> n)
                                            .time(
                                                    atMost(micros(200))        // 19
                                                            .critical(micros(500)))
                                            .time(within(percent(5))           // 21
                                                    .ofBase())
                                            .allocation(atMost(bytes(8)))      // 23
                                            .threads(0),                       // 24
                                    Helper.second())
                            .laws(
                                    ratio("first{n=1}", "second")              // 27
                                            .atLeast(10)
                                            .label("pays"));
                }
            }

            final class Helper {
                static BenchmarkDeclaration second() {
                    return jmh("second", Helper.class, "x")                    // 35
                            .time(atMost(micros(1)))                           // 36
                            .time(atMost(micros(2)));                          // 37
                }
            }
            """;

    private static SuiteSpec chain() throws ReflectiveOperationException {
        return spec(Javac.compile("com.acme.Chain", SOURCE)
                .newInstance("com.acme.Chain", BenchmarkSuite.class)
                .declare());
    }

    private static Place line(int line) {
        return new Place("Chain.java", line, 0);
    }

    @Test
    void a_suite_is_where_its_first_word_is() throws ReflectiveOperationException {
        assertThat(chain().place()).isEqualTo(line(9));
    }

    @Test
    void a_benchmark_is_where_its_first_word_is() throws ReflectiveOperationException {
        assertThat(chain().benchmarks().stream().map(BenchmarkSpec::place))
                .containsExactly(line(13), line(35))
                .inOrder();
    }

    @Test
    void a_limit_and_a_change_have_lines_of_their_own() throws ReflectiveOperationException {
        BenchmarkSpec first = chain().benchmarks().get(0);
        assertThat(first.budget().time().orElseThrow().place()).isEqualTo(line(19));
        assertThat(first.budget().timeChange().orElseThrow().place()).isEqualTo(line(21));
        assertThat(first.budget().allocation().orElseThrow().place()).isEqualTo(line(23));
    }

    @Test
    void a_law_is_where_its_first_word_is() throws ReflectiveOperationException {
        assertThat(chain().laws().stream().map(Law::place)).containsExactly(line(27));
    }

    @Test
    void a_fault_is_where_the_word_is() throws ReflectiveOperationException {
        assertThat(chain().faults())
                .containsExactly(
                        new Fault(
                                line(11),
                                "`not a name` is not the name of an environment variable",
                                "only names stand here; the values come from the environment of the run"),
                        new Fault(line(14), "parameter `n` has the value `1` twice", ""),
                        new Fault(line(24), "threads of `first` are 0", "at least 1"),
                        new Fault(line(37), "two limits on the time of `second`", "the first is at Chain.java:36"))
                .inOrder();
    }

    @Test
    void a_word_said_by_a_stream_is_where_the_stream_is_run() {
        int here = line();
        List<BenchmarkSpec> specs = Stream.of("a", "b")
                .map(Bench::benchmark)
                .map(named -> spec(named.measure(() -> 1)))
                .toList();
        assertThat(specs.stream().map(BenchmarkSpec::place))
                .containsExactly(new Place("PlacesTest.java", here + 4, 0), new Place("PlacesTest.java", here + 4, 0));
    }

    @Test
    void a_word_said_by_a_helper_of_the_author_is_where_the_helper_says_it() {
        int here = line() + 6;
        Suite suite = helped();
        assertThat(spec(suite).place()).isEqualTo(new Place("PlacesTest.java", here, 0));
    }

    private static Suite helped() {
        return Bench.suite("helped");
    }

    private static int line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow())
                .getLineNumber();
    }
}
