package dev.clnrm.bench.profile;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.profile.CompilerLog.Call;
import dev.clnrm.bench.profile.JitFindings.Inlining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the reader of HotSpot's compilation log. */
final class CompilerLogTest {
    private static final Call CALL = new Call("demo.Suite.run", "demo.Mixer.mix");

    @TempDir
    Path temp = Path.of("");

    private CompilerLog log(String... tasks) throws IOException {
        Path file = temp.resolve("compiler.log");
        Files.writeString(
                file,
                "<?xml version='1.0' encoding='UTF-8'?>\n<hotspot_log><compilation_log thread='7'>\n"
                        + String.join("", tasks) + "</compilation_log></hotspot_log>\n");
        return CompilerLog.read(file);
    }

    /** A compilation of {@code run}, which calls {@code mix}. */
    private static String task(String attributes, String decision) {
        return "<task compile_id='1' method='demo.Suite run ()J' " + attributes + ">\n"
                + "<phase name='parse' nodes='3'><klass id='10' name='demo/Suite' flags='1'/>\n"
                + "<method id='11' holder='10' name='run' bytes='9'/>\n"
                + "<parse method='11' uses='5000'>\n<bc code='184' bci='0'/>\n"
                + "<klass id='20' name='demo/Mixer' flags='0'/>\n<method id='21' holder='20' name='mix' bytes='340'/>\n"
                + "<call method='21' count='5000' prof_factor='1' inline='1'/>\n" + decision
                + "</parse></phase>\n</task>\n";
    }

    @Test
    void a_call_is_inlined_or_refused_for_a_reason() throws Exception {
        assertThat(log(task("bytes='9'", "<inline_success reason='inline (hot)'/>"))
                        .inlined())
                .containsExactly(CALL);
        assertThat(log(task("bytes='9'", "<inline_fail reason='hot method too big'/>"))
                        .refused())
                .containsExactly(CALL, "hot method too big");
    }

    @Test
    void of_several_compilations_the_last_counts_and_those_that_count_calls_do_not() throws Exception {
        String refused = task("level='4'", "<inline_fail reason='too big'/>");
        String inlined = task("level='4'", "<inline_success reason='inline (hot)'/>");

        assertThat(log(inlined, refused).refused()).containsKey(CALL);
        assertThat(log(refused, inlined, task("level='3'", "<inline_fail reason='too big'/>"))
                        .inlined())
                .containsExactly(CALL);
    }

    @Test
    void a_lambda_is_the_same_on_both_sides_if_it_has_another_number() throws Exception {
        String inlined = task("bytes='9'", "<inline_success reason='inline (hot)'/>");

        assertThat(log(inlined.replace("name='run'", "name='lambda$run$1'").replace("demo/Suite", "demo/Suite$2"))
                        .inlined())
                .containsExactly(new Call("demo.Suite$.lambda$run$", "demo.Mixer.mix"));
    }

    @Test
    void a_call_that_was_not_made_is_not_refused() throws Exception {
        CompilerLog log = log(task("bytes='9'", "<inline_fail reason='call site not reached'/>"));

        assertThat(log.inlined()).isEmpty();
        assertThat(log.refused()).isEmpty();
    }

    @Test
    void a_difference_is_named_if_all_forks_of_a_side_agree() {
        CompilerLog inlined = new CompilerLog(Set.of(CALL), Map.of());
        CompilerLog refused = new CompilerLog(Set.of(), Map.of(CALL, "hot method too big"));
        CompilerLog neither = new CompilerLog(Set.of(), Map.of());

        assertThat(CompilerLog.differences(List.of(inlined, inlined), List.of(refused, refused)))
                .containsExactly(new Inlining("demo.Mixer.mix", "demo.Suite.run", true, "hot method too big"));
        assertThat(CompilerLog.differences(List.of(refused), List.of(inlined)))
                .containsExactly(new Inlining("demo.Mixer.mix", "demo.Suite.run", false, "hot method too big"));
        assertThat(CompilerLog.differences(List.of(inlined, refused), List.of(refused, refused)))
                .isEmpty();
        assertThat(CompilerLog.differences(List.of(neither), List.of(refused))).isEmpty();
    }

    @Test
    void classes_that_a_jvm_makes_have_one_name_in_all_jvms() {
        assertThat(CompilerLog.type("demo/Suite$$Lambda$14+0x0000000800c03000")).isEqualTo("demo.Suite$$Lambda");
        assertThat(CompilerLog.type("demo.Suite$$Lambda/0x00007f1234000400")).isEqualTo("demo.Suite$$Lambda");
        assertThat(CompilerLog.type("demo/Outer$Inner")).isEqualTo("demo.Outer$Inner");
    }

    @Test
    void a_log_that_breaks_off_or_names_other_files_is_an_error() throws Exception {
        Path file = temp.resolve("compiler.log");
        Files.writeString(file, "<hotspot_log><task method='a b ()V'>");
        assertThat(assertThrows(IOException.class, () -> CompilerLog.read(file)))
                .hasMessageThat()
                .contains("it is incomplete");

        Files.writeString(
                file, "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><hotspot_log a='1'>&b;</hotspot_log>");
        assertThrows(IOException.class, () -> CompilerLog.read(file));
    }

    /** Calls a small method often, and a method with a long body. */
    static final class Busy {
        private static int small(int n) {
            return n * 31;
        }

        public static void main(String... args) {
            int sum = 0;
            for (int i = 0; i < 20_000_000; i++) {
                sum = step(sum + i);
            }
            System.out.println(sum);
        }

        private static int step(int n) {
            return small(n) ^ n;
        }
    }

    @Test
    void a_real_log_is_read() throws Exception {
        Path file = temp.resolve("real.log");
        List<String> command = new ArrayList<>(List.of(
                Jvm.own().launcher().toString(),
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+LogCompilation",
                "-XX:LogFile=" + file,
                "-cp",
                System.getProperty("java.class.path", ""),
                Busy.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("printed").toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(0);

        assertThat(CompilerLog.read(file).inlined())
                .contains(new Call(Busy.class.getName() + ".step", Busy.class.getName() + ".small"));
    }
}
