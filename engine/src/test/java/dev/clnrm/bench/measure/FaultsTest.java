package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.faulty.FaultySuite;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Outcome.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run when its benchmarks do what they must not. All are run once, in one run. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final List<String> ALL = List.of(
            "sound",
            "throws_checked",
            "throws_own",
            "throws_error",
            "throws_later",
            "recurses",
            "setup_throws",
            "teardown_throws",
            "out_of_memory",
            "exits_with_0",
            "exits_with_3",
            "halts",
            "crashes",
            "hangs",
            "leaves_thread",
            "leaves_process",
            "exits_and_leaves_process",
            "floods",
            "chatters",
            "unknown_option",
            "program_fails",
            "program_missing",
            "program_hangs");

    private RealForks forks = new RealForks(Path.of(""));
    private List<JournalEntry> records = List.of();

    @BeforeAll
    void run(@TempDir Path folder) throws Exception {
        forks = new RealForks(folder).timeout(10);
        records = forks.run(FaultySuite.class, ALL.toArray(String[]::new));
    }

    @Test
    void every_case_has_a_record_whatever_the_others_did() {
        assertThat(records.stream().map(r -> r.name().benchmark())).containsExactlyElementsIn(ALL);
    }

    @Test
    void no_fault_of_a_benchmark_is_taken_for_a_jmh_that_is_too_old() {
        assertThat(forks.notes()).isEmpty();
    }

    @Test
    void sound_cases_are_measured() {
        for (String sound : List.of("sound", "leaves_thread", "leaves_process", "floods", "chatters")) {
            assertWithMessage(sound).that(record(sound).outcome()).isEqualTo(new Outcome.Finished());
            assertThat(record(sound).samples().values().size()).isEqualTo(3);
        }
    }

    @Test
    void a_failed_fork_has_no_values_or_says_how_many_it_gave() {
        for (JournalEntry record : records) {
            assertThat(record.samples().values().size()).isAtMost(3);
            assertThat(record.finished()).isEqualTo(record.outcome() instanceof Outcome.Finished);
        }
    }

    @Test
    void every_failure_says_what_repeats_it() {
        for (JournalEntry record : records) {
            if (record.outcome() instanceof Outcome.Failed failed) {
                assertThat(failed.command()).isEqualTo("clnrm-bench run '" + record.name() + "' --forks 1");
            }
        }
    }

    @Test
    void what_was_thrown_is_named_with_the_frames_of_the_author_only() {
        Outcome.Failed failed = failed("throws_checked", Cause.THREW);

        assertThat(failed.message()).isEqualTo("java.io.IOException: the disk is on fire");
        assertThat(failed.lastLines()).hasSize(2);
        assertThat(failed.lastLines().get(0)).isEqualTo("java.io.IOException: the disk is on fire");
        assertThat(failed.lastLines().get(1)).startsWith("\tat dev.clnrm.bench.faulty.FaultySuite.throwChecked(");
    }

    @Test
    void a_throwable_that_only_the_author_has_and_that_cannot_be_serialized_is_named_too() {
        String own = "dev.clnrm.bench.faulty.FaultySuite$OwnException: ";

        assertThat(failed("throws_own", Cause.THREW).message()).isEqualTo(own + "only the author has this class");
        assertThat(failed("throws_later", Cause.THREW).message()).isEqualTo(own + "the countdown is over");
    }

    @Test
    void errors_are_failures_like_exceptions() {
        assertThat(failed("throws_error", Cause.THREW).message()).isEqualTo("java.lang.AssertionError: this cannot be");
        assertThat(failed("recurses", Cause.THREW).message()).isEqualTo("java.lang.StackOverflowError");
    }

    @Test
    void setup_and_teardown_that_throw_are_failures() {
        String message = "java.lang.IllegalStateException: not ready";

        assertThat(failed("setup_throws", Cause.THREW).message()).isEqualTo(message);
        assertThat(failed("teardown_throws", Cause.THREW).message()).isEqualTo(message);
    }

    @Test
    void an_exhausted_heap_is_told_from_an_exit() {
        assertThat(failed("out_of_memory", Cause.OUT_OF_MEMORY).message())
                .isAnyOf("the heap was exhausted", "java.lang.OutOfMemoryError: Java heap space");
    }

    @Test
    void an_exit_is_said_with_its_status() {
        String ended = "the code under test ended the JVM with status ";

        assertThat(failed("exits_with_0", Cause.EXITED).message()).isEqualTo(ended + 0);
        assertThat(failed("exits_with_3", Cause.EXITED).message()).isEqualTo(ended + 3);
        assertThat(failed("halts", Cause.EXITED).message()).isEqualTo(ended + 5);
    }

    @Test
    void a_crash_is_said_with_its_signal_and_frame() {
        assertThat(failed("crashes", Cause.CRASHED).message())
                .matches("the JVM crashed: SIGSEGV \\(0xb\\) in V  \\[libjvm\\.so\\+0x[0-9a-f]+\\].*");
        assertThat(Files.exists(
                        forks.logs().resolve("crash-" + record("crashes").order() + ".log")))
                .isTrue();
    }

    @Test
    void a_hang_is_ended_and_said_with_where_it_hangs() {
        Outcome.Failed failed = failed("hangs", Cause.HUNG);

        assertThat(failed.message()).isEqualTo("no iteration ended for 10 s, so it was killed");
        assertThat(failed.lastLines().get(0)).isEqualTo("java.lang.Thread.State: TIMED_WAITING (sleeping)");
        assertThat(String.join("\n", failed.lastLines())).contains("dev.clnrm.bench.faulty.FaultySuite.hang(");
    }

    @Test
    void no_process_survives_the_fork_that_started_it() {
        assertThat(ProcessHandle.allProcesses()
                        .filter(p -> p.info().commandLine().orElse("").endsWith("sleep 611"))
                        .count())
                .isEqualTo(0);
    }

    @Test
    void no_temporary_file_survives() throws IOException {
        assertThat(forks.leftovers()).isEmpty();
    }

    @Test
    void a_flood_is_cut_and_counted() throws IOException {
        Path log = forks.logs().resolve("fork-" + record("floods").order() + ".log");

        assertThat(Files.size(log)).isAtMost(1_100_000);
        String text = Files.readString(log);
        assertThat(text).startsWith("all work and no play");
        assertThat(text.stripTrailing()).matches("(?s).*… 9[89]\\d{6} more bytes were printed and not kept");
    }

    @Test
    void a_jvm_that_does_not_start_says_why() {
        Outcome.Failed failed = failed("unknown_option", Cause.NOT_STARTED);

        assertThat(failed.message())
                .isEqualTo("Unrecognized VM option 'NoSuchOption' (the JVM ended with status 1 before it connected)");
        assertThat(failed.lastLines()).contains("Unrecognized VM option 'NoSuchOption'");
    }

    @Test
    void every_failure_of_a_process_that_printed_something_names_its_log() {
        for (JournalEntry record : records) {
            if (record.outcome() instanceof Outcome.Failed failed
                    && failed.log().isPresent()) {
                Path log = forks.logs().resolveSibling(failed.log().get());

                assertWithMessage(record.name().benchmark())
                        .that(Files.exists(log))
                        .isTrue();
            }
        }
        assertThat(failed("program_fails", Cause.EXITED).log())
                .hasValue("logs/command-" + record("program_fails").order() + ".log");
        assertThat(failed("unknown_option", Cause.NOT_STARTED).log())
                .hasValue("logs/fork-" + record("unknown_option").order() + ".log");
    }

    @Test
    void programs_fail_in_the_same_words() {
        Outcome.Failed fails = failed("program_fails", Cause.EXITED);
        assertThat(fails.message()).isEqualTo("the program ended with status 7");
        assertThat(fails.lastLines()).containsExactly("out of luck");
        assertThat(failed("program_hangs", Cause.HUNG).message())
                .isEqualTo("still running after 10 s, so it was killed");
        assertThat(failed("program_missing", Cause.NOT_STARTED).message())
                .startsWith("it could not be started: Cannot run program \"no-such-program-anywhere\"");
    }

    private Outcome.Failed failed(String benchmark, Cause cause) {
        if (record(benchmark).outcome() instanceof Outcome.Failed failed) {
            assertThat(failed.cause()).isEqualTo(cause);
            return failed;
        }
        throw new AssertionError(benchmark + " did not fail");
    }

    private JournalEntry record(String benchmark) {
        return records.stream()
                .filter(r -> r.name().benchmark().equals(benchmark))
                .findFirst()
                .orElseThrow();
    }
}
