package dev.clnrm.bench.cli;

import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.runs.RunRequest;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.RemovedCase;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.CaseFacts;
import dev.clnrm.bench.stats.Steadiness;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlanDigest;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.TwoSidedCase;
import dev.clnrm.bench.plan.TwoSidedPlan;
import dev.clnrm.bench.terminal.Progress;
import dev.clnrm.bench.terminal.Terminal;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.report.Numbers;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.measure.Controller;
import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.measure.Forks;
import dev.clnrm.bench.measure.Session;
import dev.clnrm.bench.measure.TwoSidedController;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.runs.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures two sides in turns and keeps what they give in a run folder, whatever happens on the way. */
final class TwoSidedMeasuring {
    private final Context context;
    private final Asked asked;
    private final Sides sides;
    private final TwoSidedPlan plan;
    private final Terminal terminal;
    private final Fingerprint machine = Fingerprint.ofThisMachine();

    /**
     * What was asked for.
     *
     * @param file the project's file
     * @param command the command that can go on with it
     * @param arguments the words that ask for this very run again
     * @param repeat the words that measure one case again
     * @param resumed the folder of the run to go on with
     */
    record Asked(
            Path file,
            MeasureOptions options,
            boolean quiet,
            String command,
            List<String> arguments,
            Function<CaseName, String> repeat,
            Optional<Path> resumed) {}

    TwoSidedMeasuring(Context context, Asked asked, Sides sides, TwoSidedPlan plan, Terminal terminal) {
        this.context = context;
        this.asked = asked;
        this.sides = sides;
        this.plan = plan;
        this.terminal = terminal;
    }

    /**
     * What a run gave.
     *
     * @param records all forks, finished and failed, of both sides
     * @param cutShort whether something kept it from its end
     */
    record Result(List<JournalEntry> records, Side base, Side head, Cost cost, List<String> notes, boolean cutShort) {}

    /**
     * Measures.
     *
     * @param decided which cases further forks would decide no better
     */
    Result measure(BiFunction<Side, Side, Set<CaseName>> decided) {
        long begin = System.nanoTime();
        sides.prepared();
        List<String> notes = new ArrayList<>(sides.notes());
        if (!plan.skipped().isEmpty()) {
            notes.add(PlannedCases.skipped(skipped()));
        }
        long same = plan.cases().stream().filter(TwoSidedCase::sameCode).count();
        if (asked.options().unchanged == MeasureOptions.Unchanged.SKIP && same > 0) {
            notes.add(
                    "measured in spite of --unchanged-code skip, for their classes are the same on both sides but read files: "
                            + Numbers.count(same, "case"));
        }
        if (Runtime.getRuntime().availableProcessors() == 1) {
            notes.add(
                    "measured on one processor, which the benchmark shared with its JVM's compiler and with this program:"
                            + " what waits for them is taken as slower, on both sides alike");
        }
        try (RunFolder folder = open()) {
            List<JournalEntry> earlier = earlier(folder, notes);
            Progress progress = terminal.progress(asked.quiet());
            Session session = new Session(
                    sides.head().project().scratch(),
                    folder.logs().toAbsolutePath(),
                    context.environment(),
                    Steadiness::steadyFrom,
                    asked.options().shared.timeout.seconds(),
                    true,
                    asked.repeat());
            List<JournalEntry> records = List.of();
            List<String> replaced = List.of();
            Controller.End end = Controller.End.STOPPED;
            try (Journal journal = folder.journal()) {
                TwoSidedController controller = new TwoSidedController(
                        plan,
                        earlier,
                        journal::append,
                        done -> decided.apply(base(done), head(done)),
                        TwoSidedMeasuring::disturbance,
                        Forks.real(session),
                        new Showing(progress));
                try (Interruption interruption = new Interruption(controller::stop)) {
                    end = controller.run();
                    interruption.noteIf(end == Controller.End.STOPPED, asked.command(), notes);
                    if (end == Controller.End.TIME_BUDGET) {
                        notes.add("the time budget was used up before every case had its forks");
                    }
                } catch (FileException e) {
                    notes.add(e.getMessage());
                } finally {
                    records = controller.records();
                    replaced = controller.replaced();
                    progress.done();
                }
            }
            finish(folder, records, end, replaced, notes);
            Side base = base(records);
            Side head = head(records);
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Result(
                    records,
                    base,
                    head,
                    cost(base, head, seconds, replaced, folder.folder()),
                    notes,
                    end == Controller.End.STOPPED);
        }
    }

    private static Optional<String> disturbance(JournalEntry fork) {
        return fork.disturbed() ? fork.disturbance().map(Words::of) : Optional.empty();
    }

    private RunFolder open() {
        if (asked.resumed().isPresent()) {
            return RunFolder.resume(asked.resumed().get());
        }
        RunManifest run = RunManifest.begin(
                Instant.now(),
                new RunRequest(
                        Optional.of(asked.command().split(" ", 2)[0]),
                        asked.arguments(),
                        Optional.of(asked.file().toString()),
                        plan.seed(),
                        Map.of("base", code(sides.base(), plan.base()), "head", code(sides.head(), plan.head())),
                        asked.options().shared.shard.section()),
                MeasuredCode.of(
                        sides.base().revision().checkedOut(), sides.head().revision().checkedOut()),
                Optional.of(machine),
                new PlannedCases(
                        plan.head().cases().stream().map(CaseFacts::of).toList(),
                        plan.base().cases().stream().map(CaseFacts::of).toList(),
                        plan.vanished().stream()
                                .map(one -> RemovedCase.of(one.name(), one.mode()))
                                .toList(),
                        names(plan.cases().stream().filter(TwoSidedCase::sameCode)),
                        skipped(),
                        Optional.of(plan.rounds())),
                Optional.of(DeclaredRules.of(
                        sides.base().declared(), sides.head().declared(), plan.head())));
        return asked.options().out == null
                ? RunFolder.create(Project.runs(asked.file()), run)
                : RunFolder.createAt(asked.options().out, run);
    }

    private List<String> skipped() {
        return plan.skipped().stream().map(CaseName::toString).toList();
    }

    private static List<String> names(Stream<TwoSidedCase> cases) {
        return cases.map(one -> one.name().toString()).toList();
    }

    /** What names the code of a side: its commit, or where files differ from it, all bytes of its class paths. */
    private static String code(Sides.Side side, Plan ofSide) {
        Optional<String> commit = side.revision().dirty()
                ? Optional.empty()
                : side.revision().commit().map(c -> c.hash());
        return commit.orElseGet(() -> PlanDigest.of(ofSide).code());
    }

    private List<JournalEntry> earlier(RunFolder folder, List<String> notes) {
        if (asked.resumed().isEmpty() || Files.notExists(folder.samples())) {
            return List.of();
        }
        Map<String, String> before = folder.manifest().request().digest();
        check("base", code(sides.base(), plan.base()), before);
        check("head", code(sides.head(), plan.head()), before);
        Journal.Contents contents = Journal.read(folder.samples());
        contents.torn()
                .ifPresent(torn -> notes.add("the last line of " + torn.file()
                        + " was cut off in the middle; its fork is measured again"));
        long kept = contents.records().stream().filter(JournalEntry::finished).count();
        notes.add("resumed: kept " + kept + " finished forks");
        return contents.records();
    }

    private static void check(String side, String now, Map<String, String> before) {
        if (!now.equals(before.getOrDefault(side, now))) {
            throw new UserException(
                    "the code of the " + side
                            + " changed since the run began, so its forks cannot be joined by new ones",
                    "start another run, or bring back what it measured");
        }
    }

    private void finish(
            RunFolder folder, List<JournalEntry> records, Controller.End end, List<String> replaced, List<String> notes) {
        try {
            JmhJson.write(folder.jmhResult(), JmhResults.of(plan.head(), of(JournalEntry.HEAD, records)));
            JmhJson.write(
                    folder.folder().resolve("jmh-result-base.json"),
                    JmhResults.of(plan.base(), of(JournalEntry.BASE, records)));
            folder.end(end, replaced, Instant.now());
            Summaries.ALL.keep(folder.folder());
        } catch (FileException e) {
            notes.add(e.getMessage());
        }
    }

    private static List<JournalEntry> of(String side, List<JournalEntry> records) {
        return records.stream().filter(r -> r.side().equals(side)).toList();
    }

    private Side base(List<JournalEntry> records) {
        return side(sides.base(), plan.base().cases(), of(JournalEntry.BASE, records));
    }

    private Side head(List<JournalEntry> records) {
        return side(sides.head(), plan.head().cases(), of(JournalEntry.HEAD, records));
    }

    private Side side(Sides.Side of, List<PlannedCase> planned, List<JournalEntry> records) {
        Map<CaseName, PlannedCase> byName = planned.stream().collect(Collectors.toMap(PlannedCase::name, one -> one));
        List<Measured> cases = CaseSamples.group(records).stream()
                .flatMap(samples -> Optional.ofNullable(byName.get(samples.name())).stream()
                        .map(one -> new Measured(
                                samples, CaseFacts.of(one).conditions(samples, Optional.of(machine)))))
                .toList();
        return new Side(of.revision().shown(), Optional.empty(), cases);
    }

    private Cost cost(Side base, Side head, double seconds, List<String> replaced, Path folder) {
        int most = plan.rounds();
        int early = (int) head.cases().stream()
                .filter(one -> one.samples().finished().size() < most)
                .count();
        return new Cost(
                plan.seed(),
                seconds,
                forks(base),
                forks(head),
                most,
                early,
                (int) plan.cases().stream().filter(TwoSidedCase::sameCode).count(),
                replaced,
                Optional.of(Measuring.shortest(folder).toString()));
    }

    private static int forks(Side side) {
        return side.cases().stream()
                .mapToInt(one -> one.samples().finished().size())
                .sum();
    }
}
