package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.report.StatusLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The action's output {@code status} is one of the words its description names. */
class StatusWordsTest {
    private static String description() throws IOException {
        return Files.readAllLines(Path.of("../action.yml")).stream()
                .filter(line -> line.contains("Verdict in one word"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void of_two_sides(ChangeJudgement.Result result) throws IOException {
        assertThat(description()).contains(StatusLabel.of(result).code());
    }

    @ParameterizedTest
    @EnumSource
    void of_one_side(HeadJudgement.Result result) throws IOException {
        assertThat(description()).contains(StatusLabel.of(result).code());
    }

    @Test
    void of_a_side_without_budgets_or_cases() throws IOException {
        assertThat(description()).contains(StatusLabel.MEASURED.code());
        assertThat(description()).contains(StatusLabel.NOT_RUN.code());
    }
}
