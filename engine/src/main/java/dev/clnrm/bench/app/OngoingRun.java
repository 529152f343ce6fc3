package dev.clnrm.bench.app;

import dev.clnrm.bench.config.Hooks;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.measure.Controller;
import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.measure.Forks;
import dev.clnrm.bench.measure.MachineCheck;
import dev.clnrm.bench.measure.MemorySampler;
import dev.clnrm.bench.measure.RunListener;
import dev.clnrm.bench.measure.Session;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.profile.ProfiledForks;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.runs.CaseFacts;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.RunRequest;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.MemoryUse;
import dev.clnrm.bench.stats.Steadiness;
import dev.clnrm.bench.terminal.Interruption;
import dev.clnrm.bench.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A run in progress. It measures a plan and stores the results in a run folder, even if it is interrupted. */
final class OngoingRun implements AutoCloseable {
    /** The meaning of each digest of a run, in words. */
    private static final Map<String, String> DIGESTED = Map.of(
            "cases",
            "the cases or how they are measured",
            "code",
            "the code that is measured",
            JournalEntry.BASE,
            "the code of the base",
            JournalEntry.HEAD,
            "the code of the head");

    private final Asked asked;
    private final Plan plan;
    private final Map<String, String> digest;
    private final long begin = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private final RunFolder folder;
    private HookCommands hooks;
    private List<JournalEntry> records = List.of();
    private List<String> replaced = List.of();
    private Controller.End end = Controller.End.STOPPED;
    private List<Explanation> explanations = List.of();
    private Optional<MemoryUse> memory = Optional.empty();
    private int kept;

    /**
     * Opens the folder of a run.
     *
     * @param digest identifies the code under test; a run is resumed only if it is the same
     * @param described the contents of the manifest that differ by command
     * @param hooks the commands to run around the measurement
     */
    OngoingRun(Asked asked, Plan plan, Map<String, String> digest, Described described, Hooks hooks) {
        this.asked = asked;
        this.plan = plan;
        this.digest = digest;
        this.folder = asked.keeping().resumed().isPresent()
                ? RunFolder.resume(asked.keeping().resumed().get())
                : begun(described);
        this.hooks = new HookCommands(
                Project.directoryOf(asked.file()), folder.folder(), hooks, HookCommands.LONGEST_SECONDS);
    }

    /**
     * The contents of a run's manifest at its start.
     *
     * @param command the command that started it, if several commands can
     */
    record Described(Optional<String> command, MeasuredCode code, PlannedCases cases, DeclaredRules rules) {}

    private RunFolder begun(Described described) {
        RunManifest run = RunManifest.begin(
                Instant.now(),
                new RunRequest(
                        described.command,
                        asked.arguments(),
                        Optional.of(asked.file().toString()),
                        plan.seed(),
                        digest,
                        asked.request().shard().section(),
                        asked.request().goal()),
                described.code,
                Optional.of(Fingerprint.ofThisMachine()),
                described.cases,
                Optional.of(described.rules));
        if (asked.keeping().out().isPresent()) {
            return RunFolder.createAt(asked.keeping().out().get(), run);
        }
        OwnFolder.made(asked.file());
        return RunFolder.create(Project.runs(asked.file()), run);
    }

    /** The cases as {@code run.json} stores them. */
    static List<CaseFacts> facts(List<PlannedCase> cases) {
        return cases.stream().map(CaseFacts::of).toList();
    }

    /**
     * Measures the plan, except for the forks that an earlier part of the run measured.
     *
     * @param scratch a folder for temporary files
     * @param archives whether forks start from class-data archives
     * @param repeat the command line that measures one case again
     * @param undecided finds the cases that more forks might decide
     */
    void measure(
            Path scratch,
            boolean archives,
            Function<CaseName, String> repeat,
            Function<RunSamples, MoreForks> undecided) {
        List<JournalEntry> earlier = earlier();
        notes.addAll(hooks.before());
        kept = (int) earlier.stream().filter(JournalEntry::finished).count();
        Progress progress = asked.terminal().progress();
        if (!asked.quiet()) {
            MachineCheck.loaded()
                    .ifPresent(load -> progress.note("load " + load + ": the run may take longer than estimated"));
        }
        Session session = session(scratch, folder.logs(), archives, repeat);
        RunListener shown = asked.quiet()
                ? RunListener.SILENT
                : new Showing(progress, plan.base().isPresent());
        Optional<MemorySampler> sampler = sampler(shown);
        try (Journal journal = folder.journal()) {
            Controller controller = new Controller(
                    plan,
                    earlier,
                    journal::append,
                    forks -> undecided.apply(new StoredRun(folder.manifest(), forks).toJudge()),
                    this::disturbance,
                    Forks.real(session),
                    sampler.<RunListener>map(one -> one).orElse(shown),
                    System::nanoTime);
            Interruption interruption = new Interruption(controller::stop);
            try {
                end = controller.run();
                if (end == Controller.End.STOPPED) {
                    hooks = hooks.none();
                    notes.add("interrupted; continue with `clnrm-bench " + asked.command() + " --resume`");
                } else if (end == Controller.End.TIME_BUDGET) {
                    notes.add("the time budget ran out before every case had its forks");
                }
            } catch (FileException e) {
                notes.add(e.getMessage());
            } finally {
                interruption.close();
                records = controller.records();
                replaced = controller.replaced();
                memory = sampler.map(MemorySampler::end);
                progress.done();
            }
        }
    }

    private Optional<MemorySampler> sampler(RunListener shown) {
        if (!asked.request().memory()) {
            return Optional.empty();
        }
        if (!MemorySampler.possible()) {
            notes.add("memory was not read: this system has no /proc");
            return Optional.empty();
        }
        return Optional.of(MemorySampler.start(shown));
    }

    /** The memory use, including that from before the run was resumed. */
    private Optional<MemoryUse> memory() {
        Optional<MemoryUse> before = folder.manifest().end().memory();
        return before.flatMap(earlier -> memory.map(earlier::then))
                .or(() -> memory)
                .or(() -> before);
    }

    /** Profiles the proven regressions, if measuring was completed. */
    void explain(Path scratch, Explaining explaining) {
        if (end != Controller.End.COMPLETE) {
            return;
        }
        try {
            Path logs = Files.createDirectories(folder.logs().resolve("profiled"));
            ProfiledForks forks = ProfiledForks.of(session(scratch, logs, false, name -> ""), plan, Explaining.SECONDS);
            Explaining.Explained found =
                    explaining.of(new StoredRun(folder.manifest(), records).toJudge(), forks, folder.folder());
            explanations = found.explanations();
            notes.addAll(found.notes());
        } catch (FileException | IOException e) {
            notes.add("regressions are not profiled: " + e.getMessage());
        }
    }

    private Session session(Path scratch, Path logs, boolean archives, Function<CaseName, String> repeat) {
        return new Session(
                scratch,
                logs.toAbsolutePath(),
                asked.environment(),
                Steadiness::steadyFrom,
                asked.timeoutSeconds(),
                archives,
                repeat);
    }

    /** The disturbance that makes a fork's block be measured again; empty if there is none, and for a run of one side. */
    private Optional<String> disturbance(JournalEntry fork) {
        return plan.base().isPresent() && fork.disturbed() ? fork.disturbance().map(Words::of) : Optional.empty();
    }

    private List<JournalEntry> earlier() {
        if (asked.keeping().resumed().isEmpty() || Files.notExists(folder.samples())) {
            return List.of();
        }
        Map<String, String> before = folder.manifest().request().digest();
        new TreeMap<>(digest).forEach((part, now) -> {
            if (!now.equals(before.getOrDefault(part, now))) {
                throw new UnresumableException(
                        DIGESTED.getOrDefault(part, part)
                                + " changed since the run began, so the run cannot be continued",
                        "start another run, or restore what it measured");
            }
        });
        String here = Fingerprint.ofThisMachine().words();
        folder.manifest()
                .machine()
                .map(Fingerprint::words)
                .filter(other -> !other.equals(here))
                .ifPresent(other -> {
                    throw new UnresumableException(
                            "the run began on another machine, so it cannot be continued: it was " + other
                                    + ", and this is " + here,
                            "start another run, or continue it on that machine");
                });
        Journal.Contents contents = Journal.read(folder.samples());
        contents.torn()
                .ifPresent(torn ->
                        notes.add("the last line of " + torn.file() + " is incomplete; its fork is measured again"));
        long kept = contents.records().stream().filter(JournalEntry::finished).count();
        notes.add("resumed: kept " + Counts.count(kept, "finished fork"));
        return contents.records();
    }

    /** Stores the measurement and the facts that are known at the end. Then the hooks of suites run. */
    MeasuredRun keep() {
        RunManifest ended = folder.manifest()
                .ended(
                        end == Controller.End.COMPLETE ? RunManifest.State.FINISHED : RunManifest.State.INTERRUPTED,
                        new RunEnd(Optional.of(end), replaced, List.of(), explanations, memory()),
                        Instant.now());
        try {
            JmhJson.write(folder.jmhResult(), JmhResults.of(plan.cases(), records, JournalEntry.HEAD));
            if (plan.base().isPresent()) {
                JmhJson.write(
                        folder.folder().resolve("jmh-result-base.json"),
                        JmhResults.of(plan.ofBase().cases(), records, JournalEntry.BASE));
            }
            folder.end(ended);
            Summaries.ALL.keep(folder.folder());
            asked.keeping().added(RunFolder.shown(folder.folder()), ended).ifPresent(notes::add);
        } catch (FileException e) {
            notes.add(e.getMessage());
        }
        notes.addAll(hooks.afterSuites(
                plan.cases().stream().map(one -> one.name().suite()).distinct().toList()));
        return new MeasuredRun(
                new StoredRun(ended, records),
                kept,
                (System.nanoTime() - begin) / 1e9,
                RunFolder.shown(folder.folder()),
                notes,
                hooks);
    }

    /** The notes for the user, one clause each. Callers can add more. */
    List<String> notes() {
        return notes;
    }

    @Override
    public void close() {
        folder.close();
    }
}
