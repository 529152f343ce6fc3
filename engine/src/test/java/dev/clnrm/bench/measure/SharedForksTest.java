package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.faulty.FaultySuite;
import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Outcome.Cause;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases that share real JVMs. */
@Tag("slow")
class SharedForksTest {
    @Test
    void every_case_of_a_jvm_gives_its_own_values(@TempDir Path folder) throws Exception {
        RealForks forks = new RealForks(folder);
        List<JournalEntry> records = forks.run(shared(
                forks.plan(SoundSuite.class, "average", "throughput", "sample", "two_threads", "fresh", "allocating")));

        assertThat(records).hasSize(7 + 2);
        for (JournalEntry record : records) {
            assertWithMessage(record.toString()).that(record.outcome()).isEqualTo(new Outcome.Finished());
            assertThat(record.samples().values().size()).isEqualTo(5);
        }
        assertThat(records.stream()
                        .filter(r -> r.fork() == 0)
                        .map(JournalEntry::company)
                        .distinct())
                .containsExactly(7);
        assertThat(records.stream().map(JournalEntry::order).distinct().count()).isEqualTo(records.size());
        assertThat(find(records, "average").samples().secondsPerOperation().get(0))
                .isAtLeast(0.002);
        assertThat(find(records, "throughput").samples().values().get(0)).isAtMost(500.0);
        assertThat(find(records, "sample").samples().histograms()).hasSize(5);
        assertThat(find(records, "fresh").samples().allocation().stream().min().orElseThrow())
                .isWithin(2.0)
                .of(SoundSuite.FRESH_BYTES);
    }

    @Test
    void a_case_that_fails_takes_no_other_with_it(@TempDir Path folder) throws Exception {
        RealForks forks = new RealForks(folder).timeout(15);
        List<JournalEntry> records = forks.run(shared(forks.plan(
                FaultySuite.class,
                "sound",
                "throws_checked",
                "setup_throws",
                "exits_with_3",
                "crashes",
                "hangs",
                "chatters")));

        assertThat(records).hasSize(7);
        assertThat(find(records, "sound").outcome()).isEqualTo(new Outcome.Finished());
        assertThat(find(records, "chatters").outcome()).isEqualTo(new Outcome.Finished());
        assertThat(cause(records, "throws_checked")).isEqualTo(Cause.THREW);
        assertThat(cause(records, "setup_throws")).isEqualTo(Cause.THREW);
        assertThat(cause(records, "exits_with_3")).isEqualTo(Cause.EXITED);
        assertThat(cause(records, "crashes")).isEqualTo(Cause.CRASHED);
        assertThat(cause(records, "hangs")).isEqualTo(Cause.HUNG);
    }

    @Test
    void each_case_has_classes_of_its_own(@TempDir Path folder) throws Exception {
        RealForks forks = new RealForks(folder);
        List<PlannedCase> cases =
                forks.plan(SoundSuite.class, "average", "throughput").cases();
        List<Target.Jmh> targets =
                cases.stream().map(c -> (Target.Jmh) c.target()).toList();
        Path jar = folder.resolve("own.jar");
        OwnClasses own = OwnClasses.write(cases.get(0).launch().classPath(), targets, jar);

        Target.Jmh first = own.of(targets.get(0));
        Target.Jmh second = own.of(targets.get(1));
        assertThat(first.benchmark()).isEqualTo("dev.clnrm.bench.fork.internal.ObjectBodyOf0.Shared.none");
        assertThat(second.benchmark()).isEqualTo("dev.clnrm.bench.fork.internal.ObjectBodyOf1.Shared.none");
        assertThat(first.parameters()).isEqualTo(targets.get(0).parameters());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {jar.toUri().toURL()}, Thread.currentThread().getContextClassLoader())) {
            Class<?> shape = loader.loadClass("dev.clnrm.bench.fork.internal.ObjectBodyOf0$Shared");
            assertThat(shape.getSuperclass().getName()).isEqualTo("dev.clnrm.bench.fork.internal.ObjectBodyOf0");
            assertThat(shape.getSuperclass()
                            .getMethod("none")
                            .getDeclaringClass()
                            .getClassLoader())
                    .isEqualTo(loader);
            String generated = first.generatedTarget();
            assertThat(loader.loadClass(generated.substring(0, generated.lastIndexOf('.')))
                            .getDeclaredConstructor()
                            .newInstance())
                    .isNotNull();
        }
        assertThat(Files.size(jar)).isGreaterThan(10_000L);
    }

    private static Plan shared(Plan plan) {
        return new Plan(
                plan.cases().stream().map(SharedForksTest::settled).toList(),
                Optional.empty(),
                42,
                Optional.empty(),
                true);
    }

    /** A shared JVM is told beforehand how long each case warms up. */
    private static PlannedCase settled(PlannedCase planned) {
        return new PlannedCase(
                planned.name(),
                planned.mode(),
                planned.target(),
                planned.launch(),
                new dev.clnrm.bench.plan.Effort(
                        planned.effort().forks(),
                        new dev.clnrm.bench.model.Warmup.Fixed(
                                3, planned.effort().iterations().seconds()),
                        planned.effort().iterations()));
    }

    private static JournalEntry find(List<JournalEntry> records, String benchmark) {
        return records.stream()
                .filter(r -> r.name().benchmark().equals(benchmark))
                .findFirst()
                .orElseThrow();
    }

    private static Cause cause(List<JournalEntry> records, String benchmark) {
        if (find(records, benchmark).outcome() instanceof Outcome.Failed failed) {
            return failed.cause();
        }
        throw new AssertionError(benchmark + " did not fail");
    }
}
