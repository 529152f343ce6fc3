package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.judge.RunParts.OPEN;
import static dev.clnrm.bench.judge.RunParts.inTurns;
import static dev.clnrm.bench.judge.RunParts.side;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Side;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final CaseName SHUT = DeclaredForks.name("core/shut");
    private static final Rules RULES = SomeRules.of(TwoSuites.RULES);

    /** Forks that differ by more than the margin. */
    private static final double[] NOISY = {1.0e-6, 1.1e-6, 1.2e-6};

    /** The same and slower, which three forks hint at and do not prove. */
    private static final double[] SLOWER = {1.25e-6, 1.35e-6, 1.45e-6};

    private static CaseSamples open(double... means) {
        return DeclaredForks.of("core/open").means(means).samples();
    }

    private static CaseSamples shut(double... means) {
        return DeclaredForks.of("core/shut").means(means).samples();
    }

    private static Set<CaseName> decided(Side base, Side head, CaseName... sameCode) {
        return Judge.decided(inTurns(base, head, DeclaredRules.NONE, Set.of(sameCode)), RULES);
    }

    @Test
    void a_case_that_is_called_slower_needs_no_more_forks() {
        assertThat(decided(
                        side(open(NOISY), shut(1e-6, 1.001e-6, 1.002e-6)),
                        side(open(NOISY), shut(3e-6, 3.001e-6, 3.002e-6))))
                .containsExactly(SHUT);
    }

    @Test
    void a_case_of_one_side_is_not_compared() {
        assertThat(decided(side(open(NOISY)), side(shut(NOISY)))).isEmpty();
    }

    @Test
    void the_same_code_needs_no_more_forks_if_nothing_hints_at_a_change() {
        assertThat(decided(side(open(NOISY)), side(open(NOISY)))).isEmpty();
        assertThat(decided(side(open(NOISY)), side(open(NOISY)), OPEN)).containsExactly(OPEN);
    }

    @Test
    void a_hint_at_a_slowdown_or_a_gain_asks_for_more_forks_of_the_same_code() {
        assertThat(decided(side(open(NOISY)), side(open(SLOWER)), OPEN)).isEmpty();
        assertThat(decided(side(open(SLOWER)), side(open(NOISY)), OPEN)).isEmpty();
    }

    @Test
    void before_the_first_look_the_same_code_is_not_decided_either() {
        assertThat(decided(side(open(1e-6, 1.1e-6)), side(open(1e-6, 1.1e-6)), OPEN))
                .isEmpty();
    }

    @Test
    void only_a_case_with_the_same_code_is_told_to_have_it() {
        Side base = side(open(1e-6, 1.001e-6, 1.002e-6), shut(1e-6, 1.001e-6, 1.002e-6));
        Side head = side(open(3e-6, 3.001e-6, 3.002e-6), shut(3e-6, 3.001e-6, 3.002e-6));
        RunSamples run = inTurns(base, head, DeclaredRules.NONE, Set.of(OPEN));
        List<ChangeVerdict> verdicts = Judge.judge(run, RULES, Trust.MEASURED_HERE)
                .change()
                .orElseThrow()
                .verdicts();

        assertThat(verdicts.get(0).reasons())
                .containsExactly("its classes are identical on both sides; it may read a file, a resource or a system"
                        + " property that changed");
        assertThat(verdicts.get(1).reasons()).isEmpty();
    }

    @Test
    void a_case_is_counted_once_whatever_was_measured_of_it() {
        CaseSamples allocating =
                DeclaredForks.of("core/open").allocating(24, 24, 24).samples();

        assertThat(new TwoSuites().base(allocating).head(allocating).judge().census())
                .isEqualTo(new ChangeCensus(1, 1, 1, 0, 0));
    }
}
