package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.stats.Limits;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRuleTest {
    private static final ChangeRule RULE = new ChangeRule(0.03, 0.5e-9, 0.05, 0.15, 0.30, 0.50, Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "0.1499, MINOR",
        "0.15, WARNING",
        "0.2999, WARNING",
        "0.30, CRITICAL",
        "0.29999999999, CRITICAL",
        "0.4999, CRITICAL",
        "0.50, ALERT",
        "9, ALERT"
    })
    void a_threshold_belongs_to_what_it_begins(double share, Severity severity) {
        assertThat(RULE.severity(share)).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({"MINOR, 0.03", "WARNING, 0.15", "CRITICAL, 0.30", "ALERT, 0.50"})
    void every_severity_has_its_threshold(Severity severity, double share) {
        assertThat(RULE.threshold(severity)).isEqualTo(share);
    }

    @Test
    void the_larger_of_share_and_amount_counts_as_none() {
        assertThat(RULE.toleranceAt(1e-6)).isEqualTo(0.03);
        assertThat(RULE.toleranceAt(2e-9)).isWithin(1e-12).of(0.25);
    }

    @Test
    void what_ok_excludes_is_the_margin_or_a_larger_tolerance() {
        assertThat(RULE.limitsAt(1e-6)).isEqualTo(new Limits(0.03, 0.05));
        assertThat(RULE.limitsAt(2e-9).margin()).isWithin(1e-12).of(0.25);
    }

    @Test
    void any_share_of_nothing_counts_as_none() {
        ChangeRule exact = new ChangeRule(0, 0, 0, 0.15, 0.30, 0.50, Optional.empty());

        assertThat(exact.toleranceAt(0)).isPositiveInfinity();
        assertThat(exact.toleranceAt(1)).isEqualTo(0.0);
    }

    @Test
    void a_tolerance_is_from_nothing() {
        assertThrows(
                IllegalArgumentException.class, () -> new ChangeRule(-0.01, 0, 0, 0.15, 0.30, 0.50, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class, () -> new ChangeRule(0.01, -1, 0, 0.15, 0.30, 0.50, Optional.empty()));
    }
}
