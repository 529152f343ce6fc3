package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.measure.RunListener;
import dev.clnrm.bench.measure.Session;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.profile.FlameGraphs;
import dev.clnrm.bench.profile.Profile;
import dev.clnrm.bench.profile.ProfiledCase;
import dev.clnrm.bench.profile.ProfiledForks;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.UnwritableFileException;
import dev.clnrm.bench.stats.Steadiness;
import dev.clnrm.bench.terminal.Interruption;
import dev.clnrm.bench.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Profiles cases of a project: one fork for each case, with flame graphs.
 *
 * @param asked the cases to profile, and the folder for the graphs
 * @param seconds the seconds that each fork is profiled after its warm-up
 */
public record Profiling(Asked asked, double seconds) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** The further seconds that a fork takes: its start, its warm-up and drawing the graphs. */
    private static final double AROUND_SECONDS = 4;

    private static final int LONGEST_NAME = 100;

    /**
     * The profiles.
     *
     * @param profiler the profiler that was used
     */
    public record Outcome(String profiler, double seconds, List<ProfiledCase> cases) {
        public Outcome {
            cases = List.copyOf(cases);
        }
    }

    /** Profiles the cases and reports them. Returns the exit status. */
    public int run(Consumer<Outcome> report) throws DeclarationException {
        try (Project project = Project.open(asked)) {
            Declarations declared = project.declare();
            Plan plan = project.plan(declared, asked.request());
            Path folder = folder();
            ProfiledForks forks = ProfiledForks.of(session(project, folder), plan, seconds);
            asked.say("profiling " + Counts.count(plan.cases().size(), "case") + " with " + forks.profiler()
                    + ", about " + Counts.duration(plan.cases().size() * (seconds + AROUND_SECONDS)) + "\n");
            List<ProfiledCase> cases = profiled(plan.cases(), forks, folder);
            report.accept(new Outcome(forks.profiler(), seconds, cases));
            return cases.size() == plan.cases().size()
                            && cases.stream().allMatch(one -> one.failure().isEmpty())
                    ? ExitStatus.WITHIN_BUDGET
                    : ExitStatus.COULD_NOT_MEASURE;
        } catch (IOException e) {
            throw new UserException(
                    ExitStatus.COULD_NOT_MEASURE,
                    "the profiler cannot be unpacked: " + e.getMessage(),
                    "free some space");
        }
    }

    private List<ProfiledCase> profiled(List<PlannedCase> planned, ProfiledForks forks, Path folder) {
        List<ProfiledCase> cases = new ArrayList<>();
        Progress progress = asked.terminal().progress();
        Interruption interruption = new Interruption(Thread.currentThread()::interrupt);
        try {
            for (PlannedCase one : planned) {
                if (!asked.quiet()) {
                    progress.waiting("profiling " + one.name(), 0);
                }
                cases.add(profiled(one, forks, Files.createDirectories(folder.resolve(named(one, cases.size())))));
            }
        } catch (InterruptedException e) {
            asked.terminal().say("clnrm-bench: interrupted; what was profiled until then is kept\n");
        } catch (IOException e) {
            throw new UnwritableFileException(folder, e);
        } finally {
            interruption.close();
            progress.done();
        }
        return cases;
    }

    private static ProfiledCase profiled(PlannedCase planned, ProfiledForks forks, Path folder)
            throws InterruptedException {
        try {
            Profile profile = forks.run(planned, JournalEntry.HEAD, folder.resolve("profile.jfr"), RunListener.SILENT);
            List<Path> graphs = FlameGraphs.write(profile, planned.name().toString(), folder, "");
            return new ProfiledCase(
                    planned.name(),
                    profile,
                    Optional.empty(),
                    graphs.stream().map(RunFolder::shown).toList());
        } catch (ProfiledForks.NotProfiled e) {
            return new ProfiledCase(
                    planned.name(), new Profile(Map.of(), 0), Optional.of(String.valueOf(e.getMessage())), List.of());
        }
    }

    /**
     * The name of a case's folder. It starts with a number, because names of cases may differ only in characters that a file system does
     * not allow.
     */
    private static String named(PlannedCase planned, int number) {
        String name = planned.name().toString().replaceAll("[^A-Za-z0-9_.-]+", "-");
        return (number + 1) + "-" + name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private Path folder() throws IOException {
        if (asked.keeping().out().isPresent()) {
            return Files.createDirectories(asked.keeping().out().get());
        }
        String name = LocalDateTime.now(ZoneOffset.UTC).format(NAME);
        return Files.createDirectories(
                OwnFolder.made(asked.file()).resolve("profiles").resolve(name));
    }

    private Session session(Project project, Path folder) throws IOException {
        return new Session(
                project.scratch(),
                Files.createDirectories(folder.resolve("logs")).toAbsolutePath(),
                asked.environment(),
                Steadiness::steadyFrom,
                asked.timeoutSeconds(),
                false,
                name -> "clnrm-bench profile " + CommandText.quoted(name.toString()));
    }
}
