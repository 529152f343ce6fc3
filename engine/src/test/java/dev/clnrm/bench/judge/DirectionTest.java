package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same times written down in every mode and unit JMH has say the same. */
class DirectionTest {
    /** Units of time by how many of them a second has. */
    private static final Map<String, Double> UNITS =
            Map.of("ns", 1e9, "us", 1e6, "ms", 1e3, "s", 1.0, "min", 1 / 60.0, "hr", 1 / 3600.0, "day", 1 / 86400.0);

    /** Seconds per operation of five forks of four iterations. */
    private static final double[][] TIMES = {
        {1.00e-3, 1.01e-3, 0.99e-3, 1.00e-3},
        {1.01e-3, 1.02e-3, 1.00e-3, 1.01e-3},
        {0.99e-3, 1.00e-3, 0.98e-3, 0.99e-3},
        {1.00e-3, 1.00e-3, 1.00e-3, 1.01e-3},
        {1.02e-3, 1.01e-3, 1.01e-3, 1.00e-3}
    };

    private final Path folder;

    DirectionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Mode> modes() {
        return Stream.of(Mode.values());
    }

    @ParameterizedTest
    @MethodSource("modes")
    void a_slowdown_is_one_in_every_mode_and_unit(Mode mode) throws IOException {
        for (String unit : UNITS.keySet()) {
            ChangeVerdict verdict = judge(mode, unit, 1.25);

            assertWithMessage(unit).that(verdict.finding()).isEqualTo(Finding.REGRESSED);
            assertWithMessage(unit).that(verdict.severity()).hasValue(Severity.WARNING);
            assertThat(verdict.change().orElseThrow().estimate()).isWithin(1e-9).of(1.25);
            assertThat(verdict.base().orElseThrow().value().orElseThrow())
                    .isWithin(2e-6)
                    .of(1.0035e-3);
            ChangeVerdict plain = judge(Mode.AVERAGE, "s", 1.25);
            assertThat(verdict.evidence().orElseThrow().adjusted())
                    .isWithin(mode == Mode.THROUGHPUT || mode == Mode.SAMPLE ? 1e-3 : 1e-9)
                    .of(plain.evidence().orElseThrow().adjusted());
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void a_speedup_is_one_in_every_mode_and_unit(Mode mode) throws IOException {
        for (String unit : UNITS.keySet()) {
            assertWithMessage(unit).that(judge(mode, unit, 0.8).finding()).isEqualTo(Finding.IMPROVED);
        }
    }

    private ChangeVerdict judge(Mode mode, String unit, double factor) throws IOException {
        return TwoSuites.judge(side(mode, unit, 1), side(mode, unit, factor), SomeRules.of(TwoSuites.RULES))
                .verdicts()
                .get(0);
    }

    /** A file of four threads, whose rates JMH sums over them. */
    private Side side(Mode mode, String unit, double factor) throws IOException {
        boolean rate = mode == Mode.THROUGHPUT;
        double units = UNITS.getOrDefault(unit, Double.NaN);
        List<String> forks = new ArrayList<>();
        for (double[] times : TIMES) {
            forks.add(Arrays.stream(times)
                    .map(seconds -> rate ? 4 / (seconds * factor) / units : seconds * factor * units)
                    .mapToObj(value -> mode == Mode.SAMPLE ? "[[" + value + ", 3]]" : Double.toString(value))
                    .collect(Collectors.joining(", ", "[", "]")));
        }
        String raw = String.format(
                Locale.ROOT,
                "[{\"benchmark\": \"org.acme.Core.open\", \"mode\": \"%s\", \"threads\": 4, \"forks\": 5, \"primaryMetric\":"
                        + " {\"score\": 1, \"scoreError\": \"NaN\", \"scoreUnit\": \"%s\", \"%s\": %s}}]",
                mode.jmhName(),
                rate ? "ops/" + unit : unit + "/op",
                mode == Mode.SAMPLE ? "rawDataHistogram" : "rawData",
                forks);
        return Side.of("file", JmhJson.read(Files.writeString(folder.resolve("result.json"), raw)));
    }
}
