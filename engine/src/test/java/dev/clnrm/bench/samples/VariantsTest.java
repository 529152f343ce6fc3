package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantsTest {
    private static final JmhEntry GET = JmhEntry.of("org.acme.Map.get", 100);

    private final Path folder;

    VariantsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Side side(JmhEntry... entries) throws IOException {
        return Side.of("file", JmhJson.read(Files.writeString(folder.resolve("f.json"), JmhEntry.file(entries))));
    }

    private static List<String> names(Side side) {
        return side.samples().stream()
                .map(samples -> samples.name() + " " + samples.forks().size())
                .toList();
    }

    @Test
    void entries_alike_are_forks_of_one_case_wherever_they_stand() throws IOException {
        assertThat(names(side(GET, JmhEntry.of("org.acme.Map.put", 1), GET)))
                .containsExactly("org.acme.Map/get 10", "org.acme.Map/put 5")
                .inOrder();
    }

    @Test
    void thread_counts_are_cases_of_their_own() throws IOException {
        Side side = side(GET, GET.threads(8));

        assertThat(names(side))
                .containsExactly("org.acme.Map/get [1 thread] 5", "org.acme.Map/get [8 threads] 5")
                .inOrder();
        assertThat(side.samples().get(1).forks().get(0).fork()).isEqualTo(0);
        assertThat(side.samples().get(1).forks().get(0).samples().threads()).isEqualTo(8);
    }

    @Test
    void collectors_are_variants_called_by_the_arguments_they_do_not_share() throws IOException {
        assertThat(names(side(
                        GET.args("-Xmx1g", "-XX:+UseG1GC"), GET.args("-Xmx1g", "-XX:+UseZGC"), GET.args("-Xmx1g"))))
                .containsExactly(
                        "org.acme.Map/get [-XX:+UseG1GC] 5",
                        "org.acme.Map/get [-XX:+UseZGC] 5",
                        "org.acme.Map/get [no further flags] 5")
                .inOrder();
    }

    @Test
    void jdks_are_variants_called_by_their_release_as_far_as_it_tells_them_apart() throws IOException {
        assertThat(names(side(GET.jdk("17.0.9"), GET.jdk("21.0.4"))))
                .containsExactly("org.acme.Map/get [JDK 17] 5", "org.acme.Map/get [JDK 21] 5")
                .inOrder();
        assertThat(names(side(GET.jdk("21.0.3"), GET.jdk("21.0.4"))))
                .containsExactly("org.acme.Map/get [JDK 21.0.3] 5", "org.acme.Map/get [JDK 21.0.4] 5")
                .inOrder();
    }

    @Test
    void what_differs_in_several_things_is_called_by_all_of_them() throws IOException {
        assertThat(names(side(
                        GET.threads(2).jdk("17.0.9"),
                        GET.threads(4).jdk("21"),
                        GET.threads(2).jdk("21"))))
                .containsExactly(
                        "org.acme.Map/get [2 threads, JDK 17] 5",
                        "org.acme.Map/get [4 threads, JDK 21] 5",
                        "org.acme.Map/get [2 threads, JDK 21] 5");
    }

    @Test
    void batches_warm_ups_and_lengths_are_never_pooled() throws IOException {
        assertThat(names(side(GET, GET.batch(10), GET.warmup(1), GET.length("100 ms"))))
                .containsExactly(
                        "org.acme.Map/get [batch size 1, warm-up 5 x 1 s, iterations of 1 s] 5",
                        "org.acme.Map/get [batch size 10, warm-up 5 x 1 s, iterations of 1 s] 5",
                        "org.acme.Map/get [batch size 1, warm-up 1 x 1 s, iterations of 1 s] 5",
                        "org.acme.Map/get [batch size 1, warm-up 5 x 1 s, iterations of 100 ms] 5");
    }

    @Test
    void sides_with_one_way_each_are_one_pair_whatever_the_ways() throws IOException {
        Pair pair = Pair.of(side(GET), side(GET.threads(8)));

        assertThat(names(pair.base())).containsExactly("org.acme.Map/get 5");
        assertThat(names(pair.head())).containsExactly("org.acme.Map/get 5");
    }

    @Test
    void where_one_side_has_several_both_are_called_after_them() throws IOException {
        Pair pair = Pair.of(side(GET, GET.threads(8)), side(GET.threads(8)));

        assertThat(names(pair.base()))
                .containsExactly("org.acme.Map/get [1 thread] 5", "org.acme.Map/get [8 threads] 5");
        assertThat(names(pair.head())).containsExactly("org.acme.Map/get [8 threads] 5");
    }

    @Test
    void what_differs_between_the_sides_alone_is_no_part_of_a_name() throws IOException {
        Pair pair = Pair.of(
                side(GET.jdk("17.0.9"), GET.threads(8).jdk("17.0.9")),
                side(GET.jdk("21"), GET.threads(8).jdk("21")));

        assertThat(names(pair.base())).isEqualTo(names(pair.head()));
        assertThat(names(pair.head()))
                .containsExactly("org.acme.Map/get [1 thread] 5", "org.acme.Map/get [8 threads] 5");
    }

    @Test
    void a_later_update_of_a_jdk_is_the_same_variant() throws IOException {
        Pair pair = Pair.of(side(GET.jdk("17.0.9"), GET.jdk("21.0.3")), side(GET.jdk("17.0.10"), GET.jdk("21.0.4")));

        assertThat(names(pair.base())).isEqualTo(names(pair.head()));
    }

    @Test
    void names_made_for_one_side_are_made_anew_for_two() throws IOException {
        Side both = side(GET, GET.threads(8));

        assertThat(names(Pair.of(both, both).base())).isEqualTo(names(both));
        Side only = new Side("file", both.job(), both.cases().subList(0, 1));
        assertThat(names(Pair.of(only, side(GET)).base())).containsExactly("org.acme.Map/get 5");
    }

    @Test
    void a_run_and_a_result_file_meet_by_what_jmh_calls_the_benchmark() throws IOException {
        Side run = side(JmhEntry.of("legacy/org.acme.Map.get", 1), JmhEntry.of("legacy/org.acme.Map.put", 1));
        Side file = side(GET, JmhEntry.of("org.acme.Map.other", 1));

        assertThat(names(Pair.of(run, file).base()))
                .containsExactly("org.acme.Map/get 5", "legacy/org.acme.Map.put 5")
                .inOrder();
        assertThat(names(Pair.of(file, run).base()))
                .containsExactly("legacy/org.acme.Map.get 5", "org.acme.Map/other 5")
                .inOrder();
    }

    @Test
    void a_name_that_could_be_either_of_two_is_left_as_it_is() throws IOException {
        Side two = side(JmhEntry.of("old/org.acme.Map.get", 1), JmhEntry.of("new/org.acme.Map.get", 1));

        assertThat(names(Pair.of(side(GET), two).base())).containsExactly("org.acme.Map/get 5");
        assertThat(names(Pair.of(two, side(GET)).base()))
                .containsExactly("old/org.acme.Map.get 5", "new/org.acme.Map.get 5")
                .inOrder();
    }
}
