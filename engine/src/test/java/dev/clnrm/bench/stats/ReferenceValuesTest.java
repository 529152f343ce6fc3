package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statistic against R and SciPy; {@code scripts/reference-values.sh} computes their side. */
class ReferenceValuesTest {
    private static final Values BASE = Values.of(1.00, 1.10, 0.95, 1.05);
    private static final Values HEAD = Values.of(1.20, 1.15, 1.30, 1.25);
    private static final Values VARIANCES = Values.of(1.2, 0.3, 4.5, 0.9, 2.2, 0.05, 7.1, 1.0);
    private static final Values DEGREES = Values.of(4, 4, 8, 8, 3, 6, 4, 8);
    private static final Values FOURS = Values.of(4, 4, 4, 4, 4, 4, 4, 4);
    private static final Values COVARIATE = Values.of(0.5, -1.0, 0.4, 0.2, 0.9, -0.1, 1.9, 1.0);

    private static Map<String, Double> ours() {
        Map<String, Double> ours = new LinkedHashMap<>();
        ours.put("Welch, 4 v 4, one-sided", Difference.welch(BASE, HEAD, 0).slower());
        ours.put("Welch, 4 v 4, two-sided", 2 * Difference.welch(BASE, HEAD, 0).slower());
        ours.put(
                "Welch, 2 v 2",
                Difference.welch(Values.of(1, 2), Values.of(4, 4.5), 0).slower());
        ours.put(
                "Welch, one side without spread",
                Difference.welch(Values.of(1, 1, 1), Values.of(2, 2.1, 1.9), 0).slower());
        ours.put(
                "Welch, ratio of a million, on logarithms",
                Difference.welch(logs(1e-9, 1.1e-9, 0.9e-9), logs(1e-3, 2e-3, 1.5e-3), 0)
                        .slower());
        ours.put("Student, 4 v 4, one-sided", Difference.pooled(BASE, HEAD).slower());
        ours.put("Student, wrong direction", Difference.pooled(HEAD, BASE).slower());
        ours.put("pairs, 4", Difference.paired(BASE, HEAD).slower());
        Interval interval = Difference.pooled(logs(1.00, 1.10, 0.95, 1.05), logs(1.20, 1.15, 1.30, 1.25))
                .ratio(0.90);
        ours.put("two one-sided tests, 90 % interval, lower", interval.low());
        ours.put("two one-sided tests, 90 % interval, upper", interval.high());
        holm(ours, "Holm, %d of 5", Values.of(0.01, 0.04, 0.03, 0.005, 0.5));
        holm(ours, "Holm with ties, %d of 3", Values.of(0.02, 0.02, 0.9));
        for (double y : new double[] {1e-8, 0.01, 0.25, 1, 4.9, 1e8}) {
            String name = y == 1e-8 ? "1e-08" : y == 1e8 ? "1e+08" : y == 1 ? "1" : Double.toString(y);
            ours.put("inverse trigamma of " + name, Trigamma.inverse(y));
        }
        priors(ours);
        ours.put("moderated t, p", new Difference(0.5, 1.3, 10.5, 5).slower());
        ours.put("t above 40 on 5 degrees", StudentT.above(40, 5));
        ours.put("t above 3 on infinite degrees", StudentT.above(3, Double.POSITIVE_INFINITY));
        ours.put("t quantile 0.9995 on 1.3 degrees", StudentT.quantile(0.9995, 1.3));
        ours.put("detectable, two groups of 5", Sizing.detectable(0.02 * Math.sqrt(2.0 / 5), 10.5));
        oneSide(ours);
        return ours;
    }

    private static void oneSide(Map<String, Double> ours) {
        List<CaseSamples> six = SpreadsTest.suite(6);
        List<CaseSamples> twelve = SpreadsTest.suite(12);
        Spreads side = Spreads.of(twelve);
        ends(ours, "interval of one side, the third of 6", ForkLevel.time(six.get(2), Spreads.of(six), 0.95));
        ends(ours, "interval of one side, the fourth of 12", ForkLevel.time(twelve.get(3), side, 0.95));
        ends(
                ours,
                "ratio of the fourth and the seventh of 12",
                Relations.ratio(twelve.get(3), twelve.get(6), side, 0.95));
    }

    private static void ends(Map<String, Double> ours, String name, Estimate estimate) {
        ours.put(name + ", lower", ForkLevelTest.interval(estimate).low());
        ours.put(name + ", upper", ForkLevelTest.interval(estimate).high());
    }

    private static void priors(Map<String, Double> ours) {
        VariancePrior eight = VariancePrior.fit(VARIANCES, FOURS);
        ours.put("prior of 8 variances, degrees", eight.degrees());
        ours.put("prior of 8 variances, scale", eight.scale(0));
        ours.put("moderated variance, the third of 8", eight.moderated(4.5, 4, 0));
        VariancePrior unequal = VariancePrior.fit(VARIANCES, DEGREES);
        ours.put("prior over unequal degrees, degrees", unequal.degrees());
        ours.put("prior over unequal degrees, scale", unequal.scale(0));
        VariancePrior equal = VariancePrior.fit(Values.of(1, 1.1, 0.9, 1.05, 0.95), Values.of(4, 4, 4, 4, 4));
        assertThat(equal.degrees()).isPositiveInfinity();
        ours.put("prior of equal variances, scale", equal.moderated(17, 4, 0));
        VariancePrior trend = VariancePrior.fit(VARIANCES, FOURS, COVARIATE);
        ours.put("prior with a trend, degrees", trend.degrees());
        ours.put("prior with a trend, scale of the third", trend.scale(0.4));
    }

    private static void holm(Map<String, Double> ours, String name, Values p) {
        Values adjusted = Holm.adjust(p);
        for (int i = 0; i < p.size(); i++) {
            ours.put(String.format(Locale.ROOT, name, i + 1), adjusted.get(i));
        }
    }

    private static Values logs(double... times) {
        return Values.of(Values.of(times).stream().map(Math::log));
    }

    /**
     * A value of another program.
     *
     * @param name the case
     * @param theirs the value
     * @param by the program, its version and the command
     */
    record Reference(String name, double theirs, String by) {}

    static List<Reference> references() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ReferenceValuesTest.class.getResourceAsStream("reference-values.tsv"), "reference-values.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Reference(cells[0], Double.parseDouble(cells[1]), cells[2]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void ours_is_theirs(Reference reference) {
        double ours = Objects.requireNonNull(ours().get(reference.name), reference.name);

        assertWithMessage("%s by %s", reference.name, reference.by)
                .that(ours)
                .isWithin(1e-9 * Math.abs(reference.theirs))
                .of(reference.theirs);
    }

    @Test
    void every_value_of_ours_has_one_of_theirs() throws IOException {
        assertThat(references().stream().map(Reference::name).toList()).containsExactlyElementsIn(ours().keySet());
    }

    @Test
    void the_documentation_holds_this_table() throws IOException {
        Map<String, Double> ours = ours();
        String table = references().stream()
                .map(one -> row(one, Objects.requireNonNull(ours.get(one.name), one.name)))
                .collect(Collectors.joining("\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "reference-values.md"), table + "\n");

        String documented = Files.readString(Path.of("..", "docs", "statistics.md"));
        assertWithMessage("docs/statistics.md; engine/target/reference-values.md is what it should hold")
                .that(documented)
                .contains(table);
    }

    private static String row(Reference reference, double ours) {
        double difference = Math.abs(ours - reference.theirs);
        return String.format(
                Locale.ROOT,
                "| %s | %.10g | %.10g | %s | %s |",
                reference.name,
                ours,
                reference.theirs,
                difference <= 1e-12 * Math.abs(reference.theirs) ? "< 1e-12" : "< 1e-9",
                reference.by);
    }
}
