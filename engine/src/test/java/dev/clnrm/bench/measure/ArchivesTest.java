package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import dev.clnrm.bench.faulty.FaultySuite;
import dev.clnrm.bench.faulty.HotSuite;
import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made by real forks, and what real forks that start from them do. */
@Tag("slow")
class ArchivesTest {
    /** So long that no machine is too slow. */
    private static final double PATIENT = 120;

    private static final String HOT = "org.openjdk.jmh.infra.Blackhole::consumeCPU";

    private final Path folder;
    private final RealForks real;
    private final Archives archives;
    private final LinkForks forks;

    ArchivesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.real = new RealForks(folder);
        this.archives = new Archives(real.session(), PATIENT);
        this.forks = new LinkForks(real.session(), archives);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "25"})
    void a_method_the_training_fork_may_not_compile_is_compiled_by_forks_that_start_from_its_archive(String jdk)
            throws Exception {
        assumeTrue(present(jdk), "no JDK " + jdk + " on this machine");
        real.java(jdk);
        Path options = Files.writeString(folder.resolve("options"), "-XX:CompileCommand=exclude," + HOT);
        PlannedCase hot = with(real.planned(HotSuite.class, "consumes"), List.of("-XX:VMOptionsFile=" + options));
        Archives.Start start = archives.startOf(hot, forks);
        Path loaded = folder.resolve("loaded");
        Files.writeString(options, "-XX:+PrintCompilation -Xlog:class+load:file=" + loaded);

        JournalEntry record = RealForks.run(forks, job(hot), start);

        assertThat(record.outcome()).isEqualTo(new Outcome.Finished());
        assertThat(start.archived()).isTrue();
        assertThat(Files.readString(loaded))
                .contains("org.openjdk.jmh.infra.Blackhole source: shared objects file (top)");
        assertThat(Files.readString(real.logs().resolve("fork-0.log"))).contains(HOT + " (");
    }

    @Test
    void forks_that_are_compared_start_without_if_one_of_them_has_no_archive() throws Exception {
        PlannedCase sound = real.planned(SoundSuite.class, "average");
        PlannedCase bare = RealForks.without(sound, "jmh-core");
        PlannedCase missing = RealForks.onJvm(bare, new Jvm(folder.resolve("gone"), "17.0.1", ""));

        archives.alike(List.of(sound, missing), forks);

        assertThat(archives.startOf(sound, forks)).isEqualTo(Archives.Start.plain(sound.launch()));
        assertThat(archives.startOf(missing, forks)).isEqualTo(Archives.Start.plain(missing.launch()));
    }

    @Test
    void forks_that_are_compared_start_from_archives_of_their_own() throws Exception {
        PlannedCase sound = real.planned(SoundSuite.class, "average");
        PlannedCase other = with(sound, List.of("-Dother=1"));

        archives.alike(List.of(sound, other), forks);

        Archives.Start one = archives.startOf(sound, forks);
        Archives.Start two = archives.startOf(other, forks);
        assertThat(one.archived() && two.archived()).isTrue();
        assertThat(one.arguments()).isNotEqualTo(two.arguments());
    }

    @Test
    void a_fork_that_does_not_end_leaves_no_archive() throws Exception {
        PlannedCase hangs = real.planned(FaultySuite.class, "hangs");
        Archives impatient = new Archives(real.session(), 0.5);

        assertThat(impatient.startOf(hangs, new LinkForks(real.session(), impatient)))
                .isEqualTo(Archives.Start.plain(hangs.launch()));
    }

    @Test
    void no_archive_is_made_with_a_variable_whose_arguments_come_last() throws Exception {
        PlannedCase sound = real.planned(SoundSuite.class, "average");
        Launch launch = sound.launch();
        Launch seen = new Launch(
                launch.classPath(),
                launch.jvm(),
                launch.jvmArgs(),
                List.of("_JAVA_OPTIONS"),
                launch.directory(),
                launch.jmhVersion());

        assertThat(archives.startOf(started(sound, seen), forks)).isEqualTo(Archives.Start.plain(seen));
        try (Stream<Path> left = Files.list(real.scratch())) {
            assertThat(left.map(Path::toString)
                            .filter(name -> name.endsWith(".jsa"))
                            .toList())
                    .isEmpty();
        }
    }

    private static ForkJob job(PlannedCase planned) {
        return new ForkJob(planned, JournalEntry.HEAD, 0, 0, OptionalInt.of(3));
    }

    private static PlannedCase with(PlannedCase planned, List<String> jvmArgs) {
        Launch launch = planned.launch();
        List<String> all =
                Stream.concat(launch.jvmArgs().stream(), jvmArgs.stream()).toList();
        return started(
                planned,
                new Launch(
                        launch.classPath(), launch.jvm(), all, launch.env(), launch.directory(), launch.jmhVersion()));
    }

    private static PlannedCase started(PlannedCase planned, Launch launch) {
        return new PlannedCase(planned.name(), planned.mode(), planned.target(), launch, planned.effort());
    }

    private static boolean present(String version) {
        try {
            return Jvm.find(version, System.getenv()).feature() > 0;
        } catch (CannotLoad e) {
            return false;
        }
    }
}
