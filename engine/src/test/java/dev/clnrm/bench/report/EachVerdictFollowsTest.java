package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeRule;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.html.Sampled;
import dev.clnrm.bench.report.markdown.Links;
import dev.clnrm.bench.report.markdown.Occasion;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each verdict follows from the interval shown: the output is parsed again and judged from the shown numbers alone. */
class EachVerdictFollowsTest {
    private static final int COMPARISONS = 10_000;

    /** The error that logarithms and divisions leave in a ratio of exactly the tolerance. */
    private static final double ROUNDING = 1e-9;

    private final Map<Finding, Integer> seen = new EnumMap<>(Finding.class);
    private int compared;

    /**
     * Two sides as they were judged.
     *
     * @param judgement of both
     * @param label the name in error messages
     */
    private record Case(ChangeJudgement judgement, Side base, Side head, String label) {
        Report view() {
            RunFacts.Named old = new RunFacts.Named("old", Optional.empty(), Optional.empty());
            RunFacts.Named recent = new RunFacts.Named("new", Optional.empty(), Optional.empty());
            RunFacts facts = new RunFacts(
                    Optional.of(old),
                    recent,
                    Optional.empty(),
                    0,
                    List.of("clnrm-bench", "compare"),
                    List.of(),
                    List.of(),
                    ReachFacts.NONE,
                    Optional.empty());
            return new Report(judgement.promises(), Optional.of(judgement), Map.of(), facts, List.of());
        }
    }

    private static boolean near(double ratio, double limit) {
        return Math.abs(ratio / limit - 1) <= ROUNDING;
    }

    private static boolean follows(String word, double[] ends, double adjusted, ChangeVerdict verdict, double level) {
        double tolerance = 1 + verdict.limits().tolerance();
        double margin = 1 + verdict.limits().margin();
        // The inverse of a ratio of exactly the tolerance has no short decimal form.
        double exact = verdict.change().orElseThrow().estimate();
        boolean slower = ends[1] > 1 && (ends[0] >= tolerance || near(exact, tolerance)) && adjusted < level;
        boolean faster = ends[2] < 1 && (ends[0] <= 1 / tolerance || near(exact, 1 / tolerance)) && adjusted < level;
        return switch (word) {
            case "regressed" ->
                slower && severity(ends[0], exact, verdict.rule()).equals(verdict.severity());
            case "improved" -> faster;
            case "ok" -> ends[2] < margin && !slower && !faster;
            case "inconclusive" -> !(ends[2] < margin) && !slower && !faster;
            default -> true;
        };
    }

    private static Optional<Severity> severity(double shown, double exact, ChangeRule rule) {
        return Stream.of(Severity.ALERT, Severity.CRITICAL, Severity.WARNING)
                .filter(one -> shown >= 1 + rule.threshold(one) || near(exact, 1 + rule.threshold(one)))
                .findFirst()
                .or(() -> Optional.of(Severity.MINOR));
    }

    private void check(Case one, String format, List<ShownVerdicts.Shown> all, int expected) {
        Map<String, ChangeVerdict> verdicts = new HashMap<>();
        for (ChangeVerdict verdict : one.judgement.verdicts()) {
            String metric = verdict.metric() == Metric.TIME ? "" : " allocation";
            verdicts.put(verdict.name().benchmark() + metric, verdict);
        }
        int found = 0;
        for (ShownVerdicts.Shown shown : all) {
            ChangeVerdict verdict = Objects.requireNonNull(verdicts.get(shown.key()), format + shown);
            String what = one.label + ", " + format + ": " + shown.key() + " " + shown.word() + " "
                    + shown.ends().map(Arrays::toString).orElse("") + " of " + verdict;
            assertWithMessage(what)
                    .that(shown.ends().isPresent())
                    .isEqualTo(verdict.change().isPresent());
            if (shown.ends().isPresent()) {
                found++;
                double exact = verdict.evidence().map(e -> e.adjusted()).orElse(Double.NaN);
                assertWithMessage(what)
                        .that(follows(
                                shown.word(),
                                shown.ends().get(),
                                shown.adjusted().orElse(exact),
                                verdict,
                                one.judgement.rules().level()))
                        .isTrue();
            }
        }
        assertWithMessage(one.label + ", " + format).that(found).isAtLeast(expected);
    }

    private static int count(Case one, boolean all, Finding... findings) {
        return (int) one.judgement.verdicts().stream()
                .filter(v -> v.change().isPresent() && List.of(findings).contains(v.finding()))
                .filter(v -> all || v.metric() == Metric.TIME || v.finding() != Finding.OK)
                .count();
    }

    /** Whether the result is ok, so that the output is one line. */
    private static boolean quiet(Case one) {
        return one.judgement.result() == ChangeJudgement.Result.OK;
    }

    private void check(Case one) throws IOException {
        Report view = one.view();
        Finding[] decided = {Finding.REGRESSED, Finding.IMPROVED, Finding.OK, Finding.INCONCLUSIVE};
        check(one, "json", ShownVerdicts.json(view), count(one, true, decided));
        check(one, "csv", ShownVerdicts.csv(view), count(one, true, decided));
        check(one, "table", ShownVerdicts.table(view), count(one, false, decided));
        check(one, "junit", ShownVerdicts.junit(view), count(one, true, Finding.REGRESSED, Finding.INCONCLUSIVE));
        check(
                one,
                "markdown",
                ShownVerdicts.markdown(Format.MARKDOWN.renderer(Style.PLAIN).render(view)),
                quiet(one) ? 0 : count(one, false, decided));
        check(
                one,
                "comment",
                ShownVerdicts.markdown(Templates.own().comment(Platforms.of(view), Occasion.of(Links.NONE))),
                count(one, false, Finding.REGRESSED, Finding.IMPROVED));
        Sampled sampled = new Sampled(one.base.samples(), one.head.samples(), Sampled.NO_HISTORY);
        check(one, "page", ShownVerdicts.page(view, sampled), count(one, true, decided));
        for (ChangeVerdict verdict : one.judgement.verdicts()) {
            seen.merge(verdict.finding(), 1, Integer::sum);
            compared += verdict.comparison().isPresent() ? 1 : 0;
        }
    }

    @Test
    void in_every_format_of_ten_thousand_random_comparisons() throws Exception {
        SplittableRandom random = new SplittableRandom(20260131);
        for (int suite = 0; compared < COMPARISONS; suite++) {
            RandomSides sides = new RandomSides(random.split());
            check(new Case(sides.judge(), sides.base(), sides.head(), "suite " + suite));
        }
        assertThat(compared).isAtLeast(COMPARISONS);
        for (Finding finding :
                List.of(Finding.REGRESSED, Finding.IMPROVED, Finding.OK, Finding.INCONCLUSIVE, Finding.FAILED)) {
            assertWithMessage(seen.toString())
                    .that(seen.getOrDefault(finding, 0))
                    .isAtLeast(COMPARISONS / 200);
        }
    }

    @Test
    void of_real_measurements() throws Exception {
        assumeTrue(Files.isDirectory(RealSides.DATA), "there is no " + RealSides.DATA + ": skipped");
        for (RealSides.Two two : RealSides.all()) {
            check(new Case(
                    RandomSides.judge(two.base(), two.head(), Optional.empty(), RealSides.JUDGED_BY),
                    two.base(),
                    two.head(),
                    two.label()));
        }
        assertThat(compared).isAtLeast(1000);
    }
}
