package dev.clnrm.bench.runs;

import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A run folder of cases drawn from a seed: most the same on both sides, some slower, faster, too noisy to tell, allocating more, or
 * failing; benchmarks with a parameter follow a power law.
 *
 * @param cases how many
 * @param sides {@code head} alone, or {@code base} and {@code head}
 * @param forks of each case and side
 * @param seed what everything is drawn from
 * @param slowdown of every case on the head: 1 is none
 */
public record SampleRun(int cases, List<String> sides, int forks, long seed, double slowdown) {
    private static final Instant STARTED = Instant.parse("2026-01-31T12:00:00Z");
    /** Where the runs of tests were measured. */
    public static final Fingerprint MACHINE = new Fingerprint("AMD EPYC 7763", 2, 8L << 30, "Linux 6.1", "amd64", true);

    /** What a run says that says nothing. */
    public static final RunRequest REQUEST = new RunRequest(
            Optional.empty(), List.of(), Optional.empty(), 0, Map.of(), Optional.empty(), Optional.empty());

    public static final MeasuredCode CODE = new MeasuredCode(Map.of(), Optional.empty());
    public static final PlannedCases CASES =
            new PlannedCases(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    private static final int WARMUP = 15;
    private static final int ITERATIONS = 10;

    /** Writes a run: folder, cases, {@code one} or {@code two} sides, seed and slowdown, days after the first. */
    public static void main(String[] words) {
        List<String> sides = words[2].equals("two") ? List.of("base", "head") : List.of("head");
        new SampleRun(Integer.parseInt(words[1]), sides, 6, Long.parseLong(words[3]), Double.parseDouble(words[4]))
                .write(Path.of(words[0]), STARTED.plusSeconds(86_400L * Integer.parseInt(words[5])));
    }

    /** A run of which nothing is known but when it began. */
    public static RunManifest begun(Instant started) {
        return RunManifest.begin(started, REQUEST, CODE, Optional.empty(), CASES, Optional.empty());
    }

    public Path write(Path folder, Instant started) {
        boolean two = sides.size() > 1;
        CaseName gone = new CaseName("parsing", "removed", Map.of("size", "10"));
        RunManifest manifest = RunManifest.begin(
                started,
                new RunRequest(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        seed,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()),
                two
                        ? MeasuredCode.of(
                                new CheckedOut(Optional.of("main"), Optional.of("3f2c1ab".repeat(5) + "00000"), false),
                                new CheckedOut(
                                        Optional.of("faster-parsing"),
                                        Optional.of("9d0e77c".repeat(5) + "00000"),
                                        false))
                        : CODE,
                Optional.of(MACHINE),
                two
                        ? new PlannedCases(
                                List.of(),
                                List.of(),
                                List.of(RemovedCase.of(gone, Mode.AVERAGE)),
                                List.of(),
                                List.of(),
                                Optional.of(forks),
                                Optional.empty())
                        : CASES,
                Optional.empty());
        List<JournalEntry> records = records(started);
        try (RunFolder run = RunFolder.createAt(folder, manifest)) {
            try (Journal journal = run.journal()) {
                records.forEach(journal::append);
            }
            run.end(run.manifest()
                    .ended(RunManifest.State.FINISHED, RunEnd.NONE, started.plusSeconds(records.size() * 3L)));
        }
        return folder;
    }

    public List<JournalEntry> records(Instant started) {
        SplittableRandom random = new SplittableRandom(seed);
        List<JournalEntry> records = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            SplittableRandom ofCase = random.split();
            CaseName name = name(i);
            double level = level(i);
            double noise = i % 9 == 4 ? 0.09 : 0.004 + 0.012 * ofCase.nextDouble();
            double change = change(i);
            for (String side : sides) {
                boolean head = side.equals(JournalEntry.HEAD);
                double factor = head ? change * slowdown : 1;
                for (int fork = 0; fork < forks; fork++) {
                    boolean fails = i % 97 == 41 && head && fork == 1;
                    records.add(
                            fork(name, side, fork, records.size(), started, level * factor, noise, ofCase, fails, i));
                }
            }
        }
        return records;
    }

    /** Of every seventeen cases five are one benchmark over five sizes, and two over one and two tasks. */
    private static CaseName name(int i) {
        String suite = List.of("parsing", "collections", "scenario", "registry").get(i / 17 % 4);
        int block = i / 17;
        int within = i % 17;
        if (within < 5) {
            return new CaseName(
                    suite, "growing_" + block, Map.of("size", String.valueOf((int) Math.pow(10, within + 1))));
        }
        if (within < 9) {
            return new CaseName(suite, "at_once_" + block, Map.of("tasks", String.valueOf(1 << (within - 5))));
        }
        return new CaseName(suite, "operation_" + block + "/step_" + (within - 8), Map.of());
    }

    private static double level(int i) {
        int within = i % 17;
        if (within < 5) {
            return 40e-9 * Math.pow(Math.pow(10, within + 1), 0.97 + i / 17 % 5 * 0.06);
        }
        if (within < 9) {
            int tasks = 1 << (within - 5);
            return 80e-6 * tasks / Math.min(tasks, 2 + 0.4 * tasks);
        }
        return 120e-9 * Math.pow(3, within - 8) * (1 + i % 7 * 0.1);
    }

    private static double change(int i) {
        return i % 29 == 11 ? 1.34 : i % 31 == 12 ? 1.08 : i % 37 == 13 ? 1.62 : i % 23 == 9 ? 0.82 : 1;
    }

    private static JournalEntry fork(
            CaseName name,
            String side,
            int fork,
            int order,
            Instant started,
            double level,
            double noise,
            SplittableRandom random,
            boolean fails,
            int i) {
        double own = level * Math.exp(noise * gaussian(random));
        double[] warmup = new double[WARMUP];
        for (int k = 0; k < WARMUP; k++) {
            warmup[k] = own * (1 + 40 * Math.exp(-1.3 * k)) * Math.exp(0.01 * gaussian(random));
        }
        double[] values = new double[ITERATIONS];
        for (int k = 0; k < ITERATIONS; k++) {
            values[k] = own * Math.exp(0.006 * gaussian(random));
        }
        double bytes = 16 * (i % 12) + (i % 43 == 7 && side.equals(JournalEntry.HEAD) ? 48 : 0);
        Outcome outcome = fails
                ? new Outcome.Failed(
                        Outcome.Cause.THREW,
                        "java.lang.IllegalStateException: no such key",
                        List.of(
                                "java.lang.IllegalStateException: no such key",
                                "\tat org.acme.Store.get(Store.java:31)"),
                        "clnrm-bench run " + name)
                : new Outcome.Finished();
        return new JournalEntry(
                name,
                side,
                fork,
                order,
                started.plusSeconds(order),
                0.3,
                1,
                new ForkSamples(
                        Mode.AVERAGE,
                        1,
                        0.1,
                        fails ? Values.NONE : Values.of(warmup),
                        !fails && i % 19 != 3,
                        fails ? Values.NONE : Values.of(values),
                        List.of(),
                        fails ? Map.of() : Map.of(ForkSamples.ALLOCATION, Values.of(bytes, bytes, bytes)),
                        Map.of()),
                outcome,
                Optional.empty());
    }

    /** Box and Muller 1958; the same numbers on every JDK, for StrictMath is. */
    private static double gaussian(SplittableRandom random) {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()))
                * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
