package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command lines for JMH's own main class, which 1.13 and 1.21 were seen to read in this way. */
class MainForksTest {
    private static final Warmup SHORT = new Warmup.Fixed(3, 0.1);

    @Test
    void a_declared_warm_up_takes_its_own_time() throws IOException {
        List<String> few = command(new Warmup.Fixed(2, 1), List.of(), Map.of(), 2);
        List<String> many = command(new Warmup.Fixed(5, 1), List.of(), Map.of(), 5);
        List<String> adaptive = command(new Warmup.Adaptive(10), List.of(), Map.of(), 20);

        assertThat(after("-wi", few) + " x " + after("-w", few)).isEqualTo("2 x 1000ms");
        assertThat(after("-wi", many) + " x " + after("-w", many)).isEqualTo("4 x 1250ms");
        assertThat(after("-wi", adaptive) + " x " + after("-w", adaptive)).isEqualTo("4 x 500ms");
        assertThat(after("-r", many)).isEqualTo("100ms");
    }

    @Test
    void only_the_measured_jvm_has_the_arguments_of_the_case() throws IOException {
        List<String> args = List.of("-Xmx1g", "-agentpath:/profiler.so=file=/out", "-XX:LogFile=/log");
        List<String> command = command(SHORT, args, Map.of(), 3);

        assertThat(after("-jvmArgs", command)).isEqualTo(String.join(" ", args));
        assertThat(command).containsNoneIn(args);
        assertThat(command).contains("-Xmx256m");
    }

    @Test
    void an_argument_with_a_space_is_quoted_and_one_with_a_quote_is_refused() throws IOException {
        assertThat(after("-jvmArgs", command(SHORT, List.of("-Da=b c", "-Xmx1g"), Map.of(), 3)))
                .isEqualTo("\"-Da=b c\" -Xmx1g");
        assertThat(refused(List.of("-Da=\"b\""), Map.of()))
                .isEqualTo("JMH drops the double quotes of the JVM argument `-Da=\"b\"`;"
                        + " raise the project's JMH to 1.24 or newer");
    }

    @Test
    void a_parameter_with_a_comma_is_refused_because_jmh_would_split_it() throws IOException {
        assertThat(command(SHORT, List.of(), Map.of("size", "a=b c"), 3)).contains("size=a=b c");
        assertThat(refused(List.of(), Map.of("size", "1,2")))
                .isEqualTo("JMH splits the value `1,2` of the parameter size at its comma;"
                        + " raise the project's JMH to 1.24 or newer");
    }

    private static String after(String option, List<String> command) {
        return command.get(command.indexOf(option) + 1);
    }

    private static String refused(List<String> jvmArgs, Map<String, String> parameters) {
        return String.valueOf(assertThrows(IOException.class, () -> command(SHORT, jvmArgs, parameters, 3))
                .getMessage());
    }

    private static List<String> command(
            Warmup warmup, List<String> jvmArgs, Map<String, String> parameters, int warmups) throws IOException {
        Launch launch = new Launch(new ClassPath(List.of()), Jvm.own(), jvmArgs, List.of(), Path.of(""), "1.21");
        Target target = new Target.Jmh("a.B.c", "a.jmh_generated.B_c", 1, List.of(1), List.of(), 1, 1, parameters);
        Effort effort = new Effort(new Forks(1, 1), warmup, new Iterations(5, 0.1));
        PlannedCase planned = new PlannedCase(new CaseName("s", "b", Map.of()), Mode.AVERAGE, target, launch, effort);
        return MainForks.command(planned, Path.of("scratch"), Path.of("result.json"), warmups);
    }
}
