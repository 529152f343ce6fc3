package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ResumedOptionsTest {
    private static CheckOptions options(String... words) {
        CheckOptions options = new CheckOptions();
        Converters.addedTo(new CommandLine(options)).parseArgs(words);
        return options;
    }

    @Test
    void a_resumed_run_takes_the_options_that_do_not_change_what_it_measures() {
        CheckOptions now = options("--timeout", "5 min", "--store", "runs", "--templates", "missing");
        CheckOptions before = options("--timeout", "2 min", "--full");
        before.resumedAs(now);

        assertThat(now.isUsual()).isTrue();
        assertThat(before.measure.full).isTrue();
        assertThat(before.measure.shared.timeoutSeconds()).isEqualTo(300.0);
        assertThat(before.measure.keeping.store.isUntouched()).isFalse();
        assertThat(before.templates.isUntouched()).isFalse();
    }

    @Test
    void a_resumed_run_keeps_the_options_that_are_not_given_again() {
        CheckOptions before = options("--timeout", "2 min", "--store", "runs", "--templates", "missing");
        before.resumedAs(options());

        assertThat(before.measure.shared.timeoutSeconds()).isEqualTo(120.0);
        assertThat(before.measure.keeping.store.isUntouched()).isFalse();
        assertThat(before.templates.isUntouched()).isFalse();
    }
}
