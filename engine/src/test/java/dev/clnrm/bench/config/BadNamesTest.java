package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BadNamesTest {
    private static final String SUITES =
            "suites: {cleanroom: {classpath: x}, scenario: {classpath: x}, memory: {classpath: x}}\n";

    static List<Golden> table() {
        return Golden.table("bad-names.txt");
    }

    @ParameterizedTest
    @MethodSource("table")
    void says_what_is_wrong(Golden golden) throws DeclarationException {
        assertThat(said(golden)).isEqualTo(golden.output());
    }

    static String said(Golden golden) throws DeclarationException {
        String text = golden.input().contains("suites:") ? golden.input() : golden.input() + SUITES;
        BudgetsFile file = BudgetsReader.read("budgets.yaml", text.getBytes(StandardCharsets.UTF_8));
        DeclarationException fault = assertThrows(
                DeclarationException.class,
                () -> Declarations.resolve(file, Suites::load, LocalDate.of(2026, 11, 23)),
                golden.title());
        return DiagnosticRenderer.render(fault.diagnostics());
    }
}
