package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandsTest {
    private static final String WHOLE = "generate-completion";

    static Set<String> names() {
        return new TreeSet<>(line().getSubcommands().keySet());
    }

    @Test
    void lists_commands_nobody_named_as_if_they_were_read_wholly() {
        assertThat(line().getUsageMessage()).isEqualTo(line(WHOLE).getUsageMessage());
        assertThat(line().getSubcommands().keySet())
                .containsExactlyElementsIn(line(WHOLE).getSubcommands().keySet())
                .inOrder();
    }

    @ParameterizedTest
    @MethodSource("names")
    void reads_a_command_wholly_wherever_it_is_named(String name) {
        String whole = usage(line(WHOLE), name);

        assertThat(whole).contains("Usage: clnrm-bench " + name);
        assertThat(whole).contains("--help");
        assertThat(usage(line(name), name)).isEqualTo(whole);
        assertThat(usage(line("--version", name, "--help"), name)).isEqualTo(whole);
    }

    @Test
    void reads_no_options_of_commands_nobody_named() {
        List<String> read = new ArrayList<>();
        line("compare", "run.json").getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().options().isEmpty()) {
                read.add(name);
            }
        });

        assertThat(read).containsExactly("compare");
    }

    @ParameterizedTest
    @MethodSource("names")
    void reads_all_where_a_file_of_arguments_may_name_any(String name) {
        assertThat(usage(line("@arguments"), name)).isEqualTo(usage(line(WHOLE), name));
    }

    private static CommandLine line(String... args) {
        return Main.line(args, Map.of());
    }

    private static String usage(CommandLine line, String name) {
        return Objects.requireNonNull(line.getSubcommands().get(name)).getUsageMessage();
    }
}
