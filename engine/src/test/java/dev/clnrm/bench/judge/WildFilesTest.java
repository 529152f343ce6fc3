package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Result files as found in the wild, each against itself and every other. */
class WildFilesTest {
    /** Files of others, read in place where they are: beside the project, or where BENCH_DATA says. */
    private static final Path WILD = Path.of(System.getenv().getOrDefault("BENCH_DATA", "../../shared/data"))
            .resolve("jmh-results");

    private static final Rules RULES = SomeRules.of(TwoSuites.RULES);

    @Test
    void nothing_is_red_against_itself_and_no_pair_is_a_fault() throws IOException {
        assumeTrue(Files.isDirectory(WILD), "there is no " + WILD + ": skipped");
        List<Side> sides;
        try (Stream<Path> files = Files.list(WILD)) {
            sides = files.sorted()
                    .map(file -> Side.of(file.getFileName().toString(), JmhJson.read(file)))
                    .toList();
        }
        assertThat(sides.size()).isAtLeast(2);
        for (Side base : sides) {
            for (Side head : sides) {
                ChangeJudgement judged = TwoSuites.judge(base, head, RULES);
                if (base.label().equals(head.label())) {
                    String label = base.label();
                    assertWithMessage(label).that(judged.exit()).isEqualTo(0);
                    assertWithMessage(label)
                            .that(judged.verdicts().stream()
                                    .map(ChangeVerdict::finding)
                                    .distinct()
                                    .toList())
                            .containsNoneOf(Finding.REGRESSED, Finding.IMPROVED, Finding.NEW, Finding.MISSING);
                }
                assertWithMessage(base.label() + " against " + head.label())
                        .that(judged.verdicts().stream()
                                .filter(v -> v.mode() == Mode.SAMPLE && v.metric() == Metric.TIME)
                                .allMatch(v -> judged.secondary(v).all().size() >= 4))
                        .isTrue();
                assertThat(judged.verdicts().stream()
                                .filter(v -> v.comparison().isPresent())
                                .noneMatch(v -> v.finding() == Finding.INCONCLUSIVE
                                        && v.reasons().isEmpty()))
                        .isTrue();
            }
        }
    }
}
