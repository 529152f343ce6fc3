package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeTextTest {
    private static ChangeVerdict verdict(double ratio, Severity severity) {
        Comparisons all = new Comparisons();
        all.add(
                Comparisons.time(
                        Runs.name("s", "b"),
                        Mode.AVERAGE,
                        1e-7,
                        ratio,
                        0.01,
                        new Evidence(0.0001, 0.0001, ForkStatistic.FLOOR)),
                Finding.REGRESSED,
                Optional.of(severity),
                Optional.empty(),
                true);
        return all.verdicts.get(0);
    }

    private static double shown(ChangeVerdict verdict) {
        String text = ChangeText.of(verdict).orElseThrow();
        return new BigDecimal(text.substring(0, text.indexOf(' ')))
                .movePointLeft(2)
                .doubleValue();
    }

    @ParameterizedTest
    @EnumSource(names = "MINOR", mode = EnumSource.Mode.EXCLUDE)
    void the_change_shows_on_which_side_of_a_severity_it_lies(Severity severity) {
        Severity less = Arrays.stream(Severity.values())
                .filter(other -> other.compareTo(severity) < 0)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        for (int i = -30; i <= 30; i++) {
            double threshold = verdict(1, severity).rule().threshold(severity);
            ChangeVerdict verdict = verdict(1 + threshold + i * 1e-5, i < 0 ? less : severity);

            assertWithMessage(ChangeText.of(verdict).orElseThrow())
                    .that(shown(verdict) >= threshold)
                    .isEqualTo(verdict.severity().equals(Optional.of(severity)));
        }
    }

    @Test
    void a_change_far_from_a_severity_or_on_it_has_the_usual_digits() {
        assertThat(ChangeText.of(verdict(1.3141, Severity.CRITICAL))).hasValue("+31.4 %");
        assertThat(ChangeText.of(verdict(1.5, Severity.ALERT))).hasValue("+50.0 %");
        assertThat(ChangeText.of(verdict(1.4997, Severity.CRITICAL))).hasValue("+49.97 %");
    }
}
