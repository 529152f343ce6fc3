package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.faulty.FaultyJar;
import dev.clnrm.bench.faulty.FaultySuite;
import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed, told to end, or meet one another. */
@Tag("slow")
class InterruptedRunTest {
    private final ProjectFolder project;
    private final Path temporary;
    private List<ProcessHandle> started = List.of();

    InterruptedRunTest(@TempDir Path folder) throws IOException {
        this.project = new ProjectFolder(folder);
        this.temporary = Files.createDirectories(folder.resolve("temporary"));
    }

    @AfterEach
    void end() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void a_killed_run_has_every_finished_fork_and_goes_on_where_it_was() throws Exception {
        project.declare(SoundSuite.class);
        Process run = start("sound/average", "sound/async", "--forks", "3", "--seed", "42");
        List<JournalEntry> early = awaitForks(run, 2);
        run.destroyForcibly().waitFor();

        List<JournalEntry> kept = Journal.read(RunFolder.samples(project.run())).records();
        assertThat(kept).containsAtLeastElementsIn(early).inOrder();
        assertThat(RunFolder.read(project.run()).state()).isEqualTo(RunManifest.State.RUNNING);

        CommandLineRun resumed = project.resume();
        assertWithMessage(resumed.out() + resumed.err()).that(resumed.status()).isEqualTo(0);
        assertThat(resumed.out()).contains("resumed: kept " + kept.size() + " finished fork");
        assertThat(resumed.out()).contains("6 forks, " + kept.size() + " of them from before it was resumed");
        List<JournalEntry> all = Journal.read(RunFolder.samples(project.run())).records();
        assertThat(all).hasSize(6);
        assertThat(all.subList(0, kept.size())).isEqualTo(kept);
        assertThat(all.stream().map(r -> r.name() + " " + r.fork()).distinct().toList())
                .hasSize(6);
        assertThat(all.stream().map(JournalEntry::order))
                .containsExactly(0, 1, 2, 3, 4, 5)
                .inOrder();
        assertThat(RunFolder.read(project.run()).state()).isEqualTo(RunManifest.State.FINISHED);
    }

    @Test
    void a_fork_that_hangs_when_its_controller_is_killed_is_ended_by_the_next_run() throws Exception {
        project.declare(FaultySuite.class);
        Process run = start("faulty/hangs", "--timeout", "30 s");
        ProcessHandle fork = awaitFork(run);
        run.destroyForcibly().waitFor();

        CommandLineRun next = CommandLineRun.of(
                "run",
                "-f",
                project.file().toString(),
                "--out",
                project.folder().resolve("next").toString(),
                "faulty/sound");
        assertThat(next.status()).isEqualTo(0);
        for (int i = 0; i < 100 && fork.isAlive(); i++) {
            Thread.sleep(50);
        }
        assertThat(fork.isAlive()).isFalse();
    }

    @Test
    void a_run_that_is_told_to_end_reports_what_it_has_and_leaves_nothing_behind() throws Exception {
        project.declare(FaultySuite.class);
        Process run = start("faulty/sound", "faulty/hangs", "--timeout", "30 s", "--seed", "2");
        awaitForks(run, 1);
        ProcessHandle fork = awaitFork(run);

        CommandLineRun other = project.resume();
        assertThat(other.status()).isEqualTo(3);
        assertThat(other.err())
                .isEqualTo(project.run() + ": error: is being written by process " + run.pid()
                        + "\n      help: wait for it to end, or give another directory\n");

        long begin = System.nanoTime();
        run.destroy();
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        double seconds = (System.nanoTime() - begin) / 1e9;

        assertThat(seconds).isLessThan(5.0);
        assertThat(fork.isAlive()).isFalse();
        CommandLineRun ended = CommandLineRun.ended(project.folder(), run);
        assertThat(ended.status()).isEqualTo(128 + 15);
        assertThat(ended.out()).contains("interrupted; continue with `clnrm-bench run --resume`");
        assertThat(ended.out()).contains("could not measure: interrupted; ");
        assertThat(ended.out()).contains("sound");
        assertThat(ended.stackTrace()).isFalse();
        assertThat(RunFolder.read(project.run()).state()).isEqualTo(RunManifest.State.INTERRUPTED);
        assertThat(Journal.read(RunFolder.samples(project.run())).records()).hasSize(1);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("clnrm-bench-"))
                            .toList())
                    .isEmpty();
        }
    }

    @Test
    void slow_hooks_do_not_cost_the_report_of_an_interrupted_run() throws Exception {
        project.write(
                "version: 1",
                "hooks: {after-suite: [sleep 30], after-run: [sleep 30]}",
                "suites:",
                "  faulty:",
                "    classpath: " + FaultyJar.path(),
                "    suite: " + FaultySuite.class.getName());
        Process run = start("faulty/hangs", "--timeout", "30 s");
        awaitFork(run);

        run.destroy();
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();

        CommandLineRun ended = CommandLineRun.ended(project.folder(), run);
        assertThat(ended.status()).isEqualTo(128 + 15);
        assertThat(ended.out()).contains("interrupted; continue with `clnrm-bench run --resume`");
        assertThat(RunFolder.read(project.run()).state()).isEqualTo(RunManifest.State.INTERRUPTED);
    }

    private Process start(String... args) throws IOException {
        Process run = CommandLineRun.start(project.folder(), temporary, project.words(args));
        started = List.of(run.toHandle());
        return run;
    }

    /** Waits until so many forks are on the disk. */
    private List<JournalEntry> awaitForks(Process run, int count) throws Exception {
        Path samples = RunFolder.samples(project.run());
        for (int i = 0; i < 1_000 && run.isAlive(); i++) {
            if (Files.exists(samples)) {
                List<JournalEntry> records = Journal.read(samples).records();
                if (records.size() >= count) {
                    return records;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError(Files.readString(project.folder().resolve("err.txt")));
    }

    /** Waits for a fork that is measuring, not one that leaves an archive behind. */
    private ProcessHandle awaitFork(Process run) throws Exception {
        for (int i = 0; i < 1_000 && run.isAlive(); i++) {
            List<ProcessHandle> forks = run.descendants()
                    .filter(p -> p.info().commandLine().orElse("").contains("ForkedMain"))
                    .toList();
            if (!forks.isEmpty()) {
                Thread.sleep(500);
                started = Stream.concat(started.stream(), forks.stream()).toList();
                return forks.get(0);
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no fork was started");
    }
}
