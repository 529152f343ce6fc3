package dev.clnrm.bench.app;

import dev.clnrm.bench.measure.Controller;
import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.measure.Forks;
import dev.clnrm.bench.measure.Session;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunInfo;
import dev.clnrm.bench.runs.Summing;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.stats.Steadiness;
import dev.clnrm.bench.terminal.Interruption;
import dev.clnrm.bench.terminal.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A run while it goes on: measures a plan and keeps what it gives in a run folder, whatever happens on the way. */
final class OngoingRun implements AutoCloseable {
    /** What the digests of a run are digests of. */
    private static final Map<String, String> DIGESTED = Map.of(
            "cases",
            "the cases or how they are measured",
            "code",
            "the code that is measured",
            ForkRecord.BASE,
            "the code of the base",
            ForkRecord.HEAD,
            "the code of the head");

    private final Asked asked;
    private final Plan plan;
    private final Map<String, String> digest;
    private final long begin = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private final RunFolder folder;
    private List<ForkRecord> records = List.of();
    private List<String> replaced = List.of();
    private Controller.End end = Controller.End.STOPPED;
    private int kept;

    /**
     * A run whose folder is open.
     *
     * @param digest names what is measured: a run is resumed only if it is the same
     * @param sections what the run says of itself from the start, beside what every run says
     */
    OngoingRun(Asked asked, Plan plan, Map<String, String> digest, Map<String, Object> sections) {
        this.asked = asked;
        this.plan = plan;
        this.digest = digest;
        this.folder =
                asked.resumed().isPresent() ? RunFolder.resume(asked.resumed().get()) : begun(sections);
    }

    /**
     * What a run gave.
     *
     * @param records all forks, finished and failed
     * @param kept how many were there already when it was resumed
     * @param cutShort whether something kept it from its end: a signal, or a file that could not be written
     * @param replaced the blocks that were run again, one clause each
     * @param seconds how long it took
     * @param folder where it is kept, from where this program was started if it is below
     * @param notes what people should know of it, one clause each
     */
    record Result(
            List<ForkRecord> records,
            int kept,
            boolean cutShort,
            List<String> replaced,
            double seconds,
            Path folder,
            List<String> notes) {
        Result {
            notes = List.copyOf(notes);
        }
    }

    private RunFolder begun(Map<String, Object> sections) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("arguments", asked.arguments());
        all.put("file", asked.file().toString());
        all.put("seed", plan.seed());
        all.put("digest", digest);
        all.put("machine", Fingerprint.ofThisMachine());
        asked.request().shard().section().ifPresent(shard -> all.put("shard", shard));
        all.putAll(sections);
        all.put("cases", facts(plan.cases()));
        Instant now = Instant.now();
        return asked.out().isPresent()
                ? RunFolder.createAt(asked.out().get(), now, all)
                : RunFolder.create(Project.runs(asked.file()), now, all);
    }

    /** Cases as {@code run.json} keeps them. */
    static List<Map<String, Object>> facts(List<PlannedCase> cases) {
        return cases.stream().map(OngoingRun::facts).toList();
    }

    private static Map<String, Object> facts(PlannedCase planned) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", planned.name().toString());
        facts.put("mode", planned.mode().jmhName());
        facts.put("effort", planned.effort());
        facts.put("jvm", planned.launch().jvm());
        facts.put("jvmArgs", planned.launch().jvmArgs());
        facts.put("jmh", planned.launch().jmhVersion());
        facts.put("batch", planned.target().batchSize());
        facts.put("operations", planned.target().operations());
        return facts;
    }

    /**
     * Measures what is planned, but for what an earlier part of the run measured.
     *
     * @param scratch a folder for temporary files
     * @param archives whether forks start from archives of their classes
     * @param repeat the words that measure one case again
     * @param undecided what more forks might decide
     */
    void measure(
            Path scratch,
            boolean archives,
            Function<CaseName, String> repeat,
            Function<List<ForkRecord>, MoreForks> undecided) {
        List<ForkRecord> earlier = earlier();
        kept = (int) earlier.stream().filter(ForkRecord::finished).count();
        Progress progress = asked.terminal().progress(asked.quiet());
        Session session = new Session(
                scratch,
                folder.logs().toAbsolutePath(),
                asked.environment(),
                Steadiness::steadyFrom,
                asked.timeoutSeconds(),
                archives,
                repeat);
        try (Journal journal = folder.journal()) {
            Controller controller = new Controller(
                    plan,
                    earlier,
                    journal::append,
                    undecided,
                    this::disturbance,
                    Forks.real(session),
                    new Showing(progress));
            Interruption interruption = new Interruption(controller::stop);
            try {
                end = controller.run();
                if (end == Controller.End.STOPPED) {
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
                progress.done();
            }
        }
    }

    /** What disturbed a fork so much that its block is measured again; with one side nothing is. */
    private Optional<String> disturbance(ForkRecord fork) {
        return plan.base().isPresent() && fork.disturbed() ? fork.disturbance().map(Words::of) : Optional.empty();
    }

    private List<ForkRecord> earlier() {
        if (asked.resumed().isEmpty() || Files.notExists(folder.samples())) {
            return List.of();
        }
        if (folder.info().sections().get("digest") instanceof Map<?, ?> before) {
            digest.forEach((part, now) -> {
                if (!now.equals(before.get(part))) {
                    throw new UserException(
                            DIGESTED.getOrDefault(part, part)
                                    + " changed since the run began, so the run cannot be continued",
                            "start another run, or restore what it measured");
                }
            });
        }
        Journal.Contents contents = Journal.read(folder.samples());
        contents.torn()
                .ifPresent(torn -> notes.add(
                        "the last line of " + torn.place().file() + " is incomplete; its fork is measured again"));
        long kept = contents.records().stream().filter(ForkRecord::finished).count();
        notes.add("resumed: kept " + kept + " finished forks");
        return contents.records();
    }

    /** Keeps what was measured and what is known at the end. */
    Result keep() {
        try {
            folder.record("end", end);
            JmhJson.write(folder.jmhResult(), JmhResults.of(plan.cases(), records, ForkRecord.HEAD));
            if (plan.base().isPresent()) {
                folder.record("replaced", replaced);
                JmhJson.write(
                        folder.folder().resolve("jmh-result-base.json"),
                        JmhResults.of(plan.ofBase().cases(), records, ForkRecord.BASE));
            }
            folder.end(
                    end == Controller.End.COMPLETE ? RunInfo.State.FINISHED : RunInfo.State.INTERRUPTED, Instant.now());
            Summing.keep(folder.folder());
        } catch (FileException e) {
            notes.add(e.getMessage());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Result(records, kept, end == Controller.End.STOPPED, replaced, seconds, shortest(), notes);
    }

    /** What people should know of the run, one clause each; more can be added. */
    List<String> notes() {
        return notes;
    }

    /** Its folder. */
    Path folder() {
        return folder.folder();
    }

    private Path shortest() {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = folder.folder().toAbsolutePath();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    @Override
    public void close() {
        folder.close();
    }
}
