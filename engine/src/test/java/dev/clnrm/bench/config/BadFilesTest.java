package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BadFilesTest {
    static List<Golden> table() {
        return Golden.table("bad-files.txt");
    }

    @ParameterizedTest
    @MethodSource("table")
    void says_what_is_wrong(Golden golden) {
        assertThat(said(golden)).isEqualTo(golden.output());
    }

    @Test
    void says_the_same_in_another_country() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            for (Golden golden : table()) {
                assertThat(said(golden)).isEqualTo(golden.output());
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void never_shows_a_control_character() {
        for (Golden golden : table()) {
            assertThat(said(golden).replace("\n", "")).doesNotContainMatch("\\p{Cc}|\u202e");
        }
    }

    private static String said(Golden golden) {
        DeclarationException fault = assertThrows(
                DeclarationException.class, () -> BudgetsReader.read("budgets.yaml", golden.bytes()), golden.title());
        return DiagnosticRenderer.render(fault.diagnostics());
    }
}
