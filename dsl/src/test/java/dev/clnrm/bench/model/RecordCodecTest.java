package dev.clnrm.bench.model;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCodecTest {
    private static final int VERSION = 1;

    /** Far more than a small declaration needs, far less than a stream could request. */
    private static final long MOST_ALLOCATED = 8 << 20;

    private static final Place PLACE = new Place("A.java", 1, 0);

    private static byte[] written(Record value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordCodec.write(value, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static <T extends Record> T read(Class<T> type, byte[] bytes) throws IOException {
        return RecordCodec.read(type, new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    /** The codec's message for a stream that it rejects. */
    private static String refusal(Class<? extends Record> type, byte[] bytes) {
        return String.valueOf(
                assertThrows(IOException.class, () -> read(type, bytes)).getMessage());
    }

    /** Writes streams that {@link RecordCodec#write} never would. */
    private static final class Forger {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        Forger() throws IOException {
            out.writeInt(VERSION);
        }

        Forger tag(char tag) throws IOException {
            out.writeByte(tag);
            return this;
        }

        Forger number(int value) throws IOException {
            out.writeInt(value);
            return this;
        }

        Forger text(String text) throws IOException {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
            return this;
        }

        Forger record(String type, int components) throws IOException {
            return tag('R').text(type).number(components);
        }

        /** A component that is any record. */
        Forger component(String name, Record value) throws IOException {
            text(name);
            byte[] whole = written(value);
            out.write(whole, Integer.BYTES, whole.length - Integer.BYTES);
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    @Test
    void what_is_written_is_read() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            Declared declared = new RandomSpecs(seed).declared();
            assertWithMessage("seed %s", seed)
                    .that(read(Declared.class, written(declared)))
                    .isEqualTo(declared);
        }
    }

    @Test
    void texts_and_numbers_survive_to_the_bit() throws IOException {
        Law.Ratio nan = new Law.Ratio("\u0000\ud83d\ude00\ufffd", "", "x".repeat(100_000), Double.NaN, PLACE);
        assertThat(read(Law.Ratio.class, written(nan))).isEqualTo(nan);
        Law.Ratio zero = new Law.Ratio("", "", "", -0.0, PLACE);
        assertThat(read(Law.Ratio.class, written(zero))).isEqualTo(zero);
    }

    @Test
    void a_stream_that_ends_early_is_refused_at_every_length() throws IOException {
        byte[] whole = written(new RandomSpecs(3).suite());
        assertThat(whole.length).isGreaterThan(1_000);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> read(SuiteSpec.class, part), "length " + length);
        }
        assertThat(read(SuiteSpec.class, whole)).isEqualTo(new RandomSpecs(3).suite());
    }

    @Test
    void damage_gives_an_exception_of_reading_or_another_declaration() throws IOException {
        byte[] whole = written(new RandomSpecs(3).suite());
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        long before = allocated();
        int rounds = 5_000;
        for (int i = 0; i < rounds; i++) {
            byte[] damaged = whole.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(SuiteSpec.class, damaged)).isNotNull();
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(rounds / 4);
        assertThat((allocated() - before) / rounds).isLessThan(MOST_ALLOCATED);
    }

    @Test
    void noise_is_refused() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length >= Integer.BYTES && random.nextBoolean()) {
                System.arraycopy(new byte[] {0, 0, 0, VERSION}, 0, noise, 0, Integer.BYTES);
            }
            assertThrows(IOException.class, () -> read(SuiteSpec.class, noise));
        }
    }

    @Test
    void another_version_is_named() {
        assertThat(refusal(Place.class, new byte[] {0, 0, 0, 2, 'R'}))
                .isEqualTo("declarations of format 2 cannot be read by this version, which reads 1");
    }

    @Test
    void another_record_than_expected_is_refused() throws IOException {
        assertThat(refusal(SuiteSpec.class, written(PLACE))).isEqualTo("expected a SuiteSpec");
        assertThat(refusal(SuiteSpec.class, new Forger().tag('S').text("x").bytes()))
                .isEqualTo("expected a SuiteSpec");
    }

    @Test
    void an_unknown_tag_is_refused() throws IOException {
        assertThat(refusal(Place.class, new Forger().tag('Z').bytes())).isEqualTo("not a declaration: unknown tag 90");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Runtime",
                "../../../../java/lang/Runtime",
                "Missing",
                "place",
                "",
                "[LPlace;",
                "\u0000",
                "Law"
            })
    void an_unknown_type_is_refused(String name) throws IOException {
        assertThat(refusal(Place.class, new Forger().record(name, 0).bytes())).contains("declaration");
        assertThrows(
                IOException.class,
                () -> read(
                        Place.class, new Forger().tag('E').text(name).text("X").bytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RecordCodec", "ComponentTypes", "Quantity", "Warmup", "package-info"})
    void a_type_of_the_package_that_is_no_record_is_never_made(String name) throws IOException {
        assertThat(refusal(Place.class, new Forger().record(name, 0).bytes())).isEqualTo("not a declaration: " + name);
    }

    @Test
    void an_enum_is_no_record_and_a_record_no_enum() throws IOException {
        assertThat(refusal(Place.class, new Forger().record("Mode", 0).bytes())).isEqualTo("Mode is not a record");
        assertThat(refusal(
                        Place.class,
                        new Forger().tag('E').text("Place").text("UNKNOWN").bytes()))
                .isEqualTo("unknown constant UNKNOWN of Place");
        assertThat(refusal(
                        Place.class,
                        new Forger().tag('E').text("Mode").text("FAST").bytes()))
                .isEqualTo("unknown constant FAST of Mode");
    }

    @Test
    void components_are_those_of_the_record() throws IOException {
        assertThat(refusal(Place.class, new Forger().record("Place", 0).bytes()))
                .isEqualTo("Place lacks file");
        Forger more = new Forger().record("Share", 2);
        more.text("fraction").tag('D').number(0).number(0);
        more.text("whole").tag('D').number(0).number(0);
        assertThat(refusal(Share.class, more.bytes())).isEqualTo("Share has no [whole]");
        Forger twice = new Forger().record("Share", 2);
        twice.text("fraction").tag('D').number(0).number(0);
        twice.text("fraction").tag('D').number(0).number(0);
        assertThat(refusal(Share.class, twice.bytes())).isEqualTo("Share has fraction twice");
        assertThat(refusal(Share.class, new Forger().record("Share", 65).bytes()))
                .isEqualTo("a declaration of 65 parts; the most is 64");
    }

    @Test
    void a_component_of_another_type_is_refused() throws IOException {
        Forger text = new Forger().record("Share", 1).text("fraction").tag('S').text("1");
        assertThat(refusal(Share.class, text.bytes())).isEqualTo("Share's fraction is not a double");
        Forger whole = new Forger().record("Share", 1).text("fraction").tag('I').number(1);
        assertThat(refusal(Share.class, whole.bytes())).isEqualTo("Share's fraction is not a double");
    }

    @Test
    void what_a_record_refuses_is_refused() throws IOException {
        Forger negative = new Forger()
                .record("Time", 1)
                .text("seconds")
                .tag('D')
                .number(0xbff00000)
                .number(0);
        assertThat(refusal(Time.class, negative.bytes()))
                .isEqualTo("a Time was refused: java.lang.IllegalArgumentException: "
                        + "a time is finite and not negative, but this is -1.0 s");
    }

    /** A budget with one component replaced by a value whose erased type is right but whose real type is wrong. */
    private static byte[] budgetWith(String component, Record value) throws IOException {
        List<String> all = List.of(
                "label", "category", "time", "allocation", "timeChange", "allocationChange", "because", "owner");
        Forger forger = new Forger().record("Budget", all.size());
        for (String name : all) {
            if (name.equals(component)) {
                byte[] whole = written(value);
                forger.text(name).tag('O');
                forger.out.write(whole, Integer.BYTES, whole.length - Integer.BYTES);
            } else {
                forger.text(name).tag('N');
            }
        }
        return forger.bytes();
    }

    @Test
    void type_arguments_are_checked_where_they_are_read() throws IOException {
        Limit<Time> time = Limit.atMost(new Time(1), PLACE);
        Limit<Bytes> bytes = Limit.atMost(new Bytes(1), PLACE);
        assertThat(read(Budget.class, budgetWith("time", time)).time()).isEqualTo(Optional.of(time));
        assertThat(read(Budget.class, budgetWith("allocation", bytes)).allocation())
                .isEqualTo(Optional.of(bytes));

        assertThat(refusal(Budget.class, budgetWith("time", bytes))).startsWith("Budget's time is not a ");
        assertThat(refusal(Budget.class, budgetWith("allocation", time))).startsWith("Budget's allocation is not a ");
        assertThat(refusal(Budget.class, budgetWith("timeChange", time))).startsWith("Budget's timeChange is not a ");
        assertThat(refusal(Budget.class, budgetWith("label", PLACE))).startsWith("Budget's label is not a ");
    }

    @Test
    void a_limit_whose_ends_are_of_two_quantities_is_no_limit_of_either() throws IOException {
        Forger mixed = new Forger().record("Limit", 4).component("atMost", new Time(1));
        mixed.text("critical")
                .tag('O')
                .record("Bytes", 1)
                .text("bytes")
                .tag('D')
                .number(0x40000000)
                .number(0);
        mixed.text("percentile").tag('N').component("place", PLACE);
        byte[] limit = mixed.bytes();
        Forger budget = new Forger().record("Budget", 8);
        for (String name :
                List.of("label", "category", "allocation", "timeChange", "allocationChange", "because", "owner")) {
            budget.text(name).tag('N');
        }
        budget.text("time").tag('O').out.write(limit, Integer.BYTES, limit.length - Integer.BYTES);

        assertThat(refusal(Budget.class, budget.bytes())).startsWith("Budget's time is not a ");
    }

    @Test
    void elements_of_lists_are_checked() throws IOException {
        Forger texts = new Forger().record("Parameter", 2).text("name").tag('S').text("n");
        texts.text("values").tag('L').number(2).tag('S').text("1").tag('I').number(2);
        assertThat(refusal(Parameter.class, texts.bytes()))
                .isEqualTo("Parameter's values is not a java.util.List<java.lang.String>");
    }

    @Test
    void records_with_components_of_other_kinds_are_never_written_or_made() throws IOException {
        CaseName name = new CaseName("s", "b", Map.of("n", "1"));
        assertThrows(IllegalArgumentException.class, () -> written(name));
        Forger forged =
                new Forger().record("CaseName", 3).text("suite").tag('S').text("s");
        forged.text("benchmark").tag('S').text("b").text("params").tag('L').number(0);
        assertThat(refusal(CaseName.class, forged.bytes()))
                .isEqualTo("CaseName's params is not a java.util.Map<java.lang.String, java.lang.String>");
        assertThrows(
                IllegalArgumentException.class,
                () -> written(new dev.clnrm.bench.fork.internal.CaseKey("", "", List.of())));
    }

    @ParameterizedTest
    @ValueSource(chars = {'O', 'L'})
    void what_is_nested_too_deep_is_refused(char tag) throws IOException {
        Forger deep = new Forger();
        for (int i = 0; i < 100_000; i++) {
            deep.tag(tag);
            if (tag == 'L') {
                deep.number(1);
            }
        }
        assertThat(refusal(Place.class, deep.bytes())).isEqualTo("a declaration is nested deeper than 32");
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1 << 20, (1 << 20) + 1, 1 << 17, (1 << 17) + 1})
    void a_size_makes_no_room_that_is_not_filled(int size) throws IOException {
        for (byte[] stream : List.of(
                new Forger().tag('S').number(size).bytes(),
                new Forger().tag('L').number(size).bytes(),
                new Forger()
                        .tag('L')
                        .number(size)
                        .tag('L')
                        .number(size)
                        .tag('L')
                        .number(size)
                        .bytes(),
                new Forger().tag('R').number(size).bytes(),
                new Forger().tag('E').number(size).bytes(),
                new Forger().record("Place", size).bytes())) {
            long before = allocated();
            assertThrows(IOException.class, () -> read(Place.class, stream));
            assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
        }
    }
}
