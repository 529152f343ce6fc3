package dev.clnrm.bench.profile;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.fork.internal.Retained;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.profile.Retention.Held;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.GraphLayout;

/** Tests the heap that inputs hold. */
final class RetainedTest {
    /** The bytes that a JVM allocates for itself in the meantime. */
    private static final long NOISE = 64 << 10;

    @TempDir
    Path temp = Path.of("");

    /** Prints the sizes that JOL reports for structures, and releases each structure as a fork releases its state. */
    static final class Structures {
        public static void main(String... args) throws Exception {
            List<Object> structures = new ArrayList<>(List.of(
                    map(50_000),
                    new TreeSet<>(IntStream.range(0, 100_000).boxed().toList()),
                    new ArrayDeque<>(List.of(new long[1_000_000], new byte[12_345])),
                    IntStream.range(0, 20_000).mapToObj(i -> new int[i % 100]).toArray()));
            structures.forEach(
                    one -> System.out.println(GraphLayout.parseInstance(one).totalSize()));
            while (!structures.isEmpty()) {
                Object[] held = {structures.remove(0)};
                Retained.giveUp(() -> held[0] = "");
            }
        }

        private static Map<String, String> map(int size) {
            Map<String, String> map = new HashMap<>();
            IntStream.range(0, size).forEach(i -> map.put("key" + i, "value" + i));
            return map;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseParallelGC"})
    void structures_hold_what_jol_counts(String collector) throws Exception {
        Path file = temp.resolve("retained");
        List<String> jol = run(file, collector);
        List<String> held = Files.readAllLines(file);

        assertThat(held).hasSize(jol.size());
        for (int i = 0; i < held.size(); i++) {
            assertWithMessage("structure %s: JOL %s, held %s", i, jol.get(i), held.get(i))
                    .that((double) Long.parseLong(held.get(i)))
                    .isWithin(NOISE)
                    .of((double) Long.parseLong(jol.get(i)));
        }
    }

    @Test
    void a_jvm_that_collects_nothing_when_asked_says_nothing() throws Exception {
        Path file = temp.resolve("retained");
        run(file, "-XX:+DisableExplicitGC");
        assertThat(Files.exists(file)).isFalse();
    }

    private List<String> run(Path file, String flag) throws IOException, InterruptedException {
        Path printed = temp.resolve("printed");
        Process process = new ProcessBuilder(
                        Jvm.own().launcher().toString(),
                        flag,
                        "-Xmx512m",
                        "-Djol.magicFieldOffset=true",
                        "-D" + Retained.FILE + "=" + file,
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        Structures.class.getName())
                .redirectError(temp.resolve("errors").toFile())
                .redirectOutput(printed.toFile())
                .start();
        assertWithMessage("%s", Files.readString(temp.resolve("errors")))
                .that(process.waitFor())
                .isEqualTo(0);
        return Files.readAllLines(printed).stream()
                .filter(line -> line.matches("\\d+"))
                .toList();
    }

    @Test
    void inputs_grow_if_a_fork_with_more_operations_holds_more() {
        Held small = new Held(1_000_000, 1_000);
        Held large = new Held(9_000_000, 101_000);

        assertThat(Retention.of(small, small, small, large))
                .hasValue(new Retention(1_000_000, 9_000_000, Optional.empty(), Optional.of(80.0)));
        assertThat(Retention.of(new Held(10, 1), new Held(20, 9), new Held(30, 1), new Held(40, 9)))
                .isEmpty();
    }

    @Test
    void operations_are_counted_from_the_times_of_all_iterations() throws Exception {
        Path file = temp.resolve("retained");
        Files.writeString(file, "100\n200\n");
        ForkSamples samples = new ForkSamples(
                Mode.AVERAGE, 2, 0.5, Values.of(0.001), true, Values.of(0.0005, 0.0005), List.of(), Map.of(), Map.of());

        assertThat(Held.read(file, samples)).hasValue(new Held(300, 1_000 + 2 * 2_000));
        Files.writeString(file, "no number\n");
        assertThat(Held.read(file, samples)).isEmpty();
        assertThat(Held.read(temp.resolve("none"), samples)).isEmpty();
    }
}
