package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Parameter;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CasesTest {
    @Test
    void are_every_combination_with_the_last_parameter_fastest() {
        BenchmarkSpec benchmark =
                Suites.benchmark("b", Suites.numbers("n", 1, 10), Suites.parameter("level", "low", "high"));
        assertThat(Cases.of("s", Suites.benchmark("a")).stream().map(CaseName::toString))
                .containsExactly("s/a");
        assertThat(Cases.of("s", benchmark).stream().map(CaseName::toString))
                .containsExactly(
                        "s/b{n=1,level=low}", "s/b{n=1,level=high}", "s/b{n=10,level=low}", "s/b{n=10,level=high}")
                .inOrder();
    }

    @Test
    void a_parameter_without_values_leaves_none() {
        BenchmarkSpec benchmark = Suites.benchmark("b", Suites.parameter("n"));
        assertThat(Cases.of("s", benchmark)).isEmpty();
        assertThat(Cases.count(benchmark)).isEqualTo(0);
    }

    @Test
    void are_counted_without_being_made() {
        Parameter hundred = Suites.numbers("p", IntStream.range(0, 100).toArray());
        assertThat(Cases.count(Suites.benchmark("a"))).isEqualTo(1);
        assertThat(Cases.count(Suites.benchmark("a", hundred, hundred))).isEqualTo(10_000);
        Parameter[] eleven = Collections.nCopies(11, hundred).toArray(Parameter[]::new);
        assertThat(Cases.count(Suites.benchmark("a", eleven))).isEqualTo(Long.MAX_VALUE);
    }
}
