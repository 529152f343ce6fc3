package dev.clnrm.bench.fork.internal;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import dev.clnrm.bench.model.JmhEntry;
import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmhListTest {
    private static List<JmhEntry> read(String text, boolean encoded) throws IOException {
        return JmhList.read(text.getBytes(StandardCharsets.UTF_8), encoded);
    }

    private static String own() throws IOException {
        try (InputStream in = Objects.requireNonNull(JmhList.class.getResourceAsStream("/" + JmhList.PATH))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void reads_a_list_of_today() throws IOException {
        List<JmhEntry> entries = read(own(), true);
        assertThat(entries).hasSize(48);
        assertThat(entries.get(0).mode()).isEqualTo(Mode.THROUGHPUT);
        assertThat(entries.get(0).name()).isEqualTo("dev.clnrm.bench.fork.internal.AsyncBatch.Fresh.one");
        assertThat(entries.get(0).generatedTarget())
                .isEqualTo("dev.clnrm.bench.fork.internal.jmh_generated.AsyncBatch_Fresh_one_jmhTest.one_Throughput");
        assertThat(entries.get(0).parameters())
                .containsExactly(
                        "batch",
                        List.of("256"),
                        "benchmark",
                        List.of(""),
                        "suiteClass",
                        List.of(""),
                        "values",
                        List.of(""));
    }

    @Test
    void checking_a_line_gives_the_line() throws IOException {
        own().lines().forEach(line -> assertThat(PlainListLine.checked(line)).isEqualTo(line));
    }

    @Test
    void skips_blank_lines_and_comments() throws IOException {
        assertThat(read("", true)).isEmpty();
        assertThat(read("\n  \n# a comment\n", true)).isEmpty();
        assertThat(read("# a comment\r\n" + own().lines().findFirst().orElseThrow() + "\r\n", true))
                .hasSize(1);
    }

    @Test
    void a_list_of_before_has_plain_values() throws IOException {
        String line = own().lines().findFirst().orElseThrow().replace("1 8 yAQNAYDA", "1 3 2 5");
        List<JmhEntry> entries = read(line, false);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).parameters()).containsEntry("batch", List.of("2 5"));
    }

    @Test
    void a_plain_line_is_encoded_field_by_field() {
        assertThat(PlainListLine.encode("JMH S 3 a b M 1 1 p 2 1 1 0  E L 1 2 x  "))
                .isEqualTo("JMH S 3 a b M 1 1 p 2 " + armored("1") + armored("") + "E L 1 2 x  ");
    }

    private static String armored(String value) {
        String encoded = org.openjdk.jmh.util.lines.Armors.encode(value);
        return encoded.length() + " " + encoded + " ";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JMH",
                "PK\u0003\u0004",
                "JMH X 1 a ",
                "JMH S 5 abc ",
                "JMH S -1 a ",
                "JMH S 1",
                "JMH S ",
                "JMH S 9999999999 a ",
                "JMH A 2 1 1 ",
                "JMH M 1 1 p 2 1 a "
            })
    void a_broken_line_is_no_line(String line) {
        assertThrows(RuntimeException.class, () -> PlainListLine.encode(line));
        assertThrows(IOException.class, () -> read(line, false));
        assertThrows(IOException.class, () -> read(line, true));
    }

    /** JMH allocates an array of as many elements as the line claims. */
    @Test
    void a_count_beyond_the_line_is_refused_before_jmh_makes_room_for_it() throws IOException {
        String line = own().lines().findFirst().orElseThrow();
        assertThat(line).contains(" A 1 1 1 ");
        for (String broken :
                List.of(line.replace(" A 1 1 1 ", " A 99999999 1 1 "), line.replace("batch 1 8", "batch 99999999 8"))) {
            long before = allocated();
            IOException refused = assertThrows(IOException.class, () -> read(broken, true));
            assertThat(refused).hasMessageThat().startsWith("not a list of JMH benchmarks: ");
            assertThat(allocated() - before).isLessThan(8L << 20);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void any_damage_is_told_as_what_it_is() throws IOException {
        String line = own().lines().findFirst().orElseThrow();
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder damaged = new StringBuilder(line);
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, (char) (' ' + random.nextInt(95)));
                    case 1 -> damaged.deleteCharAt(at);
                    default -> damaged.setLength(Math.max(4, at));
                }
            }
            try {
                read(damaged.toString(), random.nextBoolean());
            } catch (IOException e) {
                refused++;
                assertThat(e).hasMessageThat().startsWith("not a list of JMH benchmarks: ");
            }
        }
        assertThat(refused).isGreaterThan(5_000);
    }
}
