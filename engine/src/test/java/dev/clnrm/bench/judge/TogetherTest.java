package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Runs on several platforms that share one significance level. */
class TogetherTest {
    private static final int CASES = 20;
    private static final int FORKS = 5;

    private static Rules rules(int together) {
        return SomeRules.of(TwoSuites.RULES).with(Strictness.USUAL.together(together));
    }

    private static Side side(List<CaseSamples> cases) {
        return new Side(
                "side",
                Optional.empty(),
                cases.stream().map(one -> new Measured(one, TwoSuites.HERE)).toList());
    }

    /** A suite whose forks spread by 5 %, without any change. */
    private static Side suite(SplittableRandom random) {
        List<CaseSamples> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            double[] means = new double[FORKS];
            for (int fork = 0; fork < FORKS; fork++) {
                means[fork] = 1e-6 * Math.exp(0.05 * gaussian(random));
            }
            cases.add(DeclaredForks.of("s/case_" + i).means(means).samples());
        }
        return side(cases);
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static boolean red(Side base, Side head, int together) {
        return TwoSuites.judge(base, head, rules(together)).verdicts().stream()
                .anyMatch(verdict -> verdict.finding() == Finding.REGRESSED);
    }

    @Test
    void the_level_is_divided_and_the_confidence_is_not() {
        assertThat(rules(1).level()).isEqualTo(0.05);
        assertThat(rules(2).level()).isEqualTo(0.025);
        assertThat(rules(3).level()).isEqualTo(0.016666666667);
        assertThat(rules(3).confidence()).isEqualTo(0.95);
    }

    @Test
    void a_p_value_between_the_two_levels_proves_less_beside_another_platform() {
        Side base = side(List.of(
                DeclaredForks.of("s/a").means(1.00, 1.02, 1.04, 1.06, 1.08).samples()));
        Side head = side(List.of(
                DeclaredForks.of("s/a").means(1.05, 1.07, 1.09, 1.11, 1.13).samples()));
        ChangeVerdict alone = TwoSuites.judge(base, head, rules(1)).verdicts().get(0);
        ChangeVerdict beside = TwoSuites.judge(base, head, rules(2)).verdicts().get(0);
        double p = alone.evidence().orElseThrow().adjusted();
        assertWithMessage("p %s", p).that(p > 0.0125 && p < 0.05).isTrue();
        assertThat(beside.change()).isEqualTo(alone.change());
        assertThat(alone.finding() == Finding.REGRESSED).isEqualTo(p < 0.05);
        assertThat(beside.finding() == Finding.REGRESSED).isEqualTo(p < 0.025);
    }

    /** 400 commits without a change, on three platforms each: at most 1 in 20 is called slower anywhere, plus twice the error of counting. */
    @Test
    void false_alarms_over_all_platforms_stay_at_the_level() {
        SplittableRandom random = new SplittableRandom(20_261_129);
        int commits = 400;
        int alarms = 0;
        int undivided = 0;
        for (int commit = 0; commit < commits; commit++) {
            boolean divided = false;
            boolean whole = false;
            for (int platform = 0; platform < 3; platform++) {
                Side base = suite(random);
                Side head = suite(random);
                divided |= red(base, head, 3);
                whole |= red(base, head, 1);
            }
            alarms += divided ? 1 : 0;
            undivided += whole ? 1 : 0;
        }
        double error = 2 * Math.sqrt(0.05 * 0.95 / commits);
        assertWithMessage("alarms").that((double) alarms / commits).isAtMost(0.05 + error);
        assertWithMessage("alarms at the whole level").that(undivided).isGreaterThan(alarms);
    }
}
