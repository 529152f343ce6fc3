package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.Conditions.Aspect;
import dev.clnrm.bench.samples.Conditions.Difference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static JmhResult.Vm vm(String jmh, String jdk, String build, String... args) {
        return new JmhResult.Vm(jmh, "/jdk/bin/java", List.of(args), jdk, "OpenJDK 64-Bit Server VM", build);
    }

    @Test
    void what_is_alike_differs_in_nothing() {
        Conditions one = Conditions.of(vm("1.37", "17.0.15", "17.0.15+6", "-Xmx1g", "-Djava.io.tmpdir=/a"));
        Conditions other = Conditions.of(vm("1.37", "17.0.15", "17.0.15+6", "-Djava.io.tmpdir=/b", "-Xmx1g"));

        assertThat(one.differences(other)).isEmpty();
        assertThat(one.differences(Conditions.UNKNOWN)).isEmpty();
        assertThat(Conditions.UNKNOWN.differences(one)).isEmpty();
    }

    @Test
    void jdks_differ_by_version_and_by_build() {
        Conditions old = Conditions.of(vm("1.35", "17.0.14", "17.0.14+7"));

        assertThat(old.differences(Conditions.of(vm("1.35", "17.0.15", "17.0.15+6"))))
                .containsExactly(new Difference(Aspect.JDK, "17.0.14", "17.0.15"));
        assertThat(old.differences(Conditions.of(vm("1.35", "17.0.14", "17.0.14+9"))))
                .containsExactly(new Difference(
                        Aspect.JDK, "OpenJDK 64-Bit Server VM 17.0.14+7", "OpenJDK 64-Bit Server VM 17.0.14+9"));
    }

    @Test
    void machines_flags_and_black_holes_differ() {
        Conditions here = Conditions.of(vm("1.37", "17", "17+1")).on(Optional.of("EPYC"));
        Conditions there = Conditions.of(vm("1.35", "17", "17+1", "-Xmx1g", "-XX:+UseSerialGC"))
                .on(Optional.of("Xeon"));

        assertThat(here.differences(there))
                .containsExactly(
                        new Difference(Aspect.HOST, "EPYC", "Xeon"),
                        new Difference(Aspect.FLAGS, "none", "-Xmx1g -XX:+UseSerialGC"),
                        new Difference(Aspect.BLACKHOLES, "compiler", "full"))
                .inOrder();
    }

    @ParameterizedTest
    @CsvSource({
        "1.37, 17.0.15, compiler",
        "1.36, 21, compiler",
        "1.35, 21, full",
        "1.37, 11.0.2, full",
        "1.37, 1.8.0_292, full",
        "'', 17, ",
        "1.37, '', ",
        "new, 17, "
    })
    void black_holes_follow_from_jmh_and_jdk(String jmh, String jdk, String blackholes) {
        assertThat(Conditions.blackholes(jmh, jdk)).isEqualTo(Optional.ofNullable(blackholes));
    }

    @Test
    void threads_and_batches_forbid_what_warm_ups_and_lengths_only_warn_of() {
        ForkSetup one = new ForkSetup(
                Optional.of(1), Optional.of(1), Optional.of(1), Optional.of(ForkSetup.fixed(5, 1)), Optional.of("1 s"));
        ForkSetup other = new ForkSetup(
                Optional.of(8),
                Optional.of(10),
                Optional.of(2),
                Optional.of(ForkSetup.untilSteady(2)),
                Optional.of("100 ms"));

        List<Difference> differences = Conditions.UNKNOWN.with(one).differences(Conditions.UNKNOWN.with(other));
        assertThat(differences)
                .containsExactly(
                        new Difference(Aspect.THREADS, "1", "8"),
                        new Difference(Aspect.BATCH, "1", "10"),
                        new Difference(Aspect.OPERATIONS, "1", "2"),
                        new Difference(Aspect.WARMUP, "5 x 1 s", "until steady, at most 2 s"),
                        new Difference(Aspect.ITERATION, "1 s", "100 ms"))
                .inOrder();
        assertThat(differences.stream().map(d -> d.aspect().forbids()).toList())
                .containsExactly(true, true, false, false, false)
                .inOrder();
        assertThat(Conditions.UNKNOWN.with(one).differences(Conditions.UNKNOWN)).isEmpty();
        assertThat(Conditions.UNKNOWN.with(one).platform()).isEqualTo(Conditions.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "HOST, the hosts differ: a against b",
        "JDK, the JDKs differ: a against b",
        "FLAGS, the JVM's flags differ: a against b",
        "BLACKHOLES, the black holes differ: a against b"
    })
    void what_sides_differ_in_is_said(Aspect aspect, String words) {
        assertThat(new Difference(aspect, "a", "b").text()).isEqualTo(words);
    }
}
