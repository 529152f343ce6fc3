package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.github.Breach;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkflowLogTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final WorkflowLog log = new WorkflowLog(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void what_is_printed_meanwhile_stands_between_words_nobody_can_guess() throws InterruptedException {
        String done = log.<String, RuntimeException>deaf(() -> {
            log.out().print("::set-output name=status::hostile");
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(lines().get(0)).matches("::stop-commands::clnrm_[0-9a-f]{32}");
        assertThat(lines().get(1)).isEqualTo("::set-output name=status::hostile");
        assertThat(lines().get(2)).isEqualTo(lines().get(0).replace("stop-commands::", "") + "::");
    }

    @Test
    void a_message_is_one_line() {
        log.error("first\n::set-output name=a::b\r%0A");
        assertThat(lines()).containsExactly("::error title=clnrm-bench::first%0A::set-output name=a::b%0D%250A");
    }

    @Test
    void a_place_ends_no_property() {
        log.breach(new Breach("a,b:c", 3, "over budget: x\n::", "what\n::"));
        assertThat(lines()).containsExactly("::error file=a%2Cb%3Ac,line=3,title=over budget%3A x%0A%3A%3A::what%0A::");
    }
}
