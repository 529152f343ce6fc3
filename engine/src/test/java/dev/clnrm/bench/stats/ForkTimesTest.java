package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.JmhResult;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.SharedData;
import dev.clnrm.bench.samples.Values;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ForkTimesTest {
    @Test
    void a_fork_of_rates_has_the_inverse_of_their_mean() {
        ForkTimes times = rates(1, 100, 100, 50, 200);

        assertThat(times.mean()).isEqualTo(1 / 112.5);
    }

    @Test
    void a_part_of_a_fork_of_rates_has_the_inverse_of_its_own_mean() {
        ForkLooks looks = ForkLooks.of(thrpt(1, 10, 20, 30, 40, 50));

        assertThat(looks.mean()).isEqualTo(1 / 30.0);
        assertThat(looks.floor()).isEqualTo(1 / 50.0);
        assertThat(looks.body()).isEqualTo(1 / 25.0);
        assertThat(looks.tail()).isEqualTo(1 / 10.0);
        assertThat(ForkSummary.of(thrpt(1, 10, 20, 30, 40, 50)).floor()).isEqualTo(1 / 45.0);
    }

    @Test
    void a_rate_of_all_threads_is_the_time_of_one() {
        assertThat(rates(4, 100, 300).mean()).isEqualTo(4 / 200.0);
    }

    @Test
    void an_iteration_in_which_no_operation_ended_counts_as_such() {
        JournalEntry fork = thrpt(1, 0, 100, 100, 100, 100);

        assertThat(ForkSummary.of(fork).mean()).isEqualTo(1 / 80.0);
        assertThat(ForkLooks.of(fork).mean()).isEqualTo(1 / 80.0);
        assertThat(ForkLooks.of(fork).floor()).isEqualTo(1 / 100.0);
        assertThat(ForkLooks.of(fork).within()).isEqualTo(0.0);
    }

    @Test
    void what_is_no_number_has_no_looks_whatever_the_mode() {
        assertThat(ForkLooks.of(thrpt(1, 10, Double.NaN)).mean()).isNaN();
        assertThat(ForkSummary.of(thrpt(1, 10, Double.NaN)).floor()).isNaN();
    }

    @Test
    void average_times_count_alike() {
        ForkTimes times = ForkTimes.of(
                DeclaredForks.of("core/a").fork(1, 2, 6).records().get(0).samples());

        assertThat(times.mean()).isEqualTo(3.0);
    }

    @Test
    void an_iteration_of_single_times_counts_by_how_many_it_holds() {
        Histogram many = new Histogram(Values.of(1, 2), Values.of(6, 2));
        Histogram few = new Histogram(Values.of(10), Values.of(2));

        JournalEntry fork = sampled(many, few);

        assertThat(ForkTimes.of(fork.samples()).mean())
                .isEqualTo(Histogram.merged(List.of(many, few)).mean());
        assertThat(ForkTimes.of(fork.samples()).mean()).isEqualTo(3.0);
        assertThat(ForkLooks.of(fork).tail()).isEqualTo(10.0);
    }

    @Test
    void rates_spread_on_the_log_scale_as_their_times_do() {
        JournalEntry rates = thrpt(1, 10, 20, 40);
        JournalEntry times = DeclaredForks.of("core/a")
                .fork(1 / 10.0, 1 / 20.0, 1 / 40.0)
                .records()
                .get(0);

        assertThat(ForkLooks.of(rates).within())
                .isWithin(1e-15)
                .of(ForkLooks.of(times).within());
    }

    @Test
    void every_throughput_of_public_files_has_the_score_of_jmh() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("jmh-results", "github-runners")) {
            try (Stream<Path> all = Files.list(SharedData.file(folder))) {
                all.filter(file -> file.toString().contains(".json")).sorted().forEach(files::add);
            }
        }
        int checked = 0;
        // The score of these files is not the mean of their own raw data: they are inputs of other programs' tests,
        // edited by hand.
        List<String> edited = new ArrayList<>();
        for (Path file : files) {
            List<JmhResult> results = JmhJson.read(file);
            List<Double> scores = scores(file);
            for (int i = 0; i < results.size(); i++) {
                JmhResult result = results.get(i);
                List<JournalEntry> forks = result.samples().forks();
                if (result.mode() == Mode.THROUGHPUT && !scores.get(i).isNaN() && alike(forks)) {
                    String name = file.getFileName() + " " + result.benchmark();
                    double mean = forks.stream()
                            .mapToDouble(fork -> fork.samples().threads()
                                    / ForkSummary.of(fork).mean())
                            .average()
                            .orElseThrow();
                    double all =
                            Values.of(forks.stream().flatMapToDouble(fork -> fork.samples().values().stream())).stream()
                                    .average()
                                    .orElseThrow();
                    // The score is in the file's own unit, a power of ten away.
                    double unit = Math.pow(10, Math.rint(Math.log10(all / scores.get(i))));
                    if (Math.abs(all / unit / scores.get(i) - 1) > 1e-9) {
                        edited.add(name);
                        continue;
                    }
                    checked++;
                    assertWithMessage(name)
                            .that(mean / unit / scores.get(i))
                            .isWithin(1e-12)
                            .of(1);
                }
            }
        }
        assertThat(checked).isAtLeast(100);
        assertThat(edited.size()).isAtMost(checked / 20);
    }

    /** Whether all forks have the same number of iterations, so that the mean of forks is the mean of all iterations. */
    private static boolean alike(List<JournalEntry> forks) {
        return forks.stream()
                                .map(fork -> fork.samples().values().size())
                                .distinct()
                                .count()
                        == 1
                && !forks.get(0).samples().values().isEmpty();
    }

    /** The score of each result in the file. */
    private static List<Double> scores(Path file) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        List<Double> scores = new ArrayList<>();
        InputStream bytes = Files.newInputStream(file);
        try (InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                JsonParser parser = factory.createParser(new BufferedInputStream(plain).readAllBytes())) {
            int depth = 0;
            String metric = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && depth == 1) {
                    metric = parser.currentName();
                }
                if (token == JsonToken.START_OBJECT) {
                    depth++;
                } else if (token == JsonToken.END_OBJECT) {
                    depth--;
                } else if (token.isScalarValue()
                        && depth == 2
                        && metric.equals("primaryMetric")
                        && "score".equals(parser.currentName())) {
                    scores.add(Double.parseDouble(parser.getText()));
                }
            }
        }
        return scores;
    }

    private static ForkTimes rates(int threads, double... rates) {
        return ForkTimes.of(thrpt(threads, rates).samples());
    }

    private static JournalEntry thrpt(int threads, double... rates) {
        return DeclaredForks.of("core/a")
                .mode(Mode.THROUGHPUT)
                .threads(threads)
                .fork(rates)
                .records()
                .get(0);
    }

    private static JournalEntry sampled(Histogram... histograms) {
        CaseName name = DeclaredForks.name("core/a");
        return new JournalEntry(
                name,
                JournalEntry.HEAD,
                0,
                0,
                Instant.EPOCH,
                0,
                1,
                new ForkSamples(
                        Mode.SAMPLE,
                        1,
                        1,
                        Values.NONE,
                        true,
                        Values.of(Stream.of(histograms).mapToDouble(Histogram::mean)),
                        List.of(histograms),
                        Map.of(),
                        Map.of()),
                new Outcome.Finished(),
                Optional.empty());
    }
}
