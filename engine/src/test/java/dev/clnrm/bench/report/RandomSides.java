package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeRule;
import dev.clnrm.bench.judge.ChangeRules;
import dev.clnrm.bench.judge.Confidences;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.SomeRules;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Spending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Two random sides of a suite: sizes, forks, spreads and shifts of all kinds, including unrealistic ones. */
final class RandomSides {
    private static final List<Mode> MODES = List.of(Mode.AVERAGE, Mode.THROUGHPUT, Mode.SINGLE_SHOT, Mode.SAMPLE);

    /** Shifts on a limit, close to it, and far from all limits. */
    private static final double[] SHIFTS = {
        1, 1, 1, 1.03, 1 / 1.03, 1.0300001, 1.0499999, 1.05, 1.06, 0.95, 1.0000001, 1.2, 0.7, 3, 12, 0.05, 1.1498,
        1.2997, 1.4997, 1.5
    };

    private final SplittableRandom random;
    private final List<JournalEntry> records = new ArrayList<>();
    private final Rules rules;
    private final Optional<Spending> looks;

    RandomSides(SplittableRandom random) {
        this.random = random;
        int cases = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 15 + random.nextInt(20);
        for (int i = 0; i < cases; i++) {
            addCase(new CaseName("s", "c" + i, Map.of()));
        }
        rules = rules();
        looks = looks();
    }

    private void addCase(CaseName name) {
        Mode mode = MODES.get(random.nextInt(MODES.size()));
        double level = Math.pow(10, -9 + 7 * random.nextDouble());
        double shift = SHIFTS[random.nextInt(SHIFTS.length)]
                * (random.nextInt(3) == 0 ? 1 + 0.1 * random.nextDouble() - 0.05 : 1);
        double among = random.nextInt(6) == 0 ? 0 : Math.pow(10, -4 + 3.2 * random.nextDouble());
        double within = random.nextInt(6) == 0 ? 0 : Math.pow(10, -4 + 3.2 * random.nextDouble());
        int iterations = mode == Mode.SINGLE_SHOT ? 1 : 1 + random.nextInt(12);
        int forks = 1 + random.nextInt(8);
        double bytes = new double[] {-1, 0, 24, 1000}[random.nextInt(4)];
        double bytesShift = new double[] {1, 1, 1.1, 0}[random.nextInt(4)];
        double failing = random.nextInt(8) == 0 ? 0.4 : 0;
        for (String side : List.of("base", "head")) {
            int own = random.nextInt(10) == 0 ? 1 + random.nextInt(8) : forks;
            boolean head = side.equals("head");
            for (int fork = 0; fork < own; fork++) {
                double mean = level * (head ? shift : 1) * (1 + among * gaussian());
                records.add(fork(
                        name,
                        side,
                        fork,
                        mode,
                        values(mode, Math.abs(mean), within, iterations),
                        bytes < 0
                                ? Map.of()
                                : allocation(bytes * (head ? bytesShift : 1)
                                        + (head && bytes == 0 ? 24 * (1 - bytesShift) : 0)),
                        random.nextDouble() < failing));
            }
        }
    }

    private Map<String, Values> allocation(double bytes) {
        double noise = random.nextInt(2) == 0 ? 0 : 1e-4 * bytes * random.nextDouble();
        return Map.of(ForkSamples.ALLOCATION, Values.of(Math.max(0, bytes + noise)));
    }

    private Values values(Mode mode, double mean, double within, int iterations) {
        double[] values = new double[iterations];
        for (int i = 0; i < iterations; i++) {
            double seconds = mean * Math.exp(within * gaussian()) * (random.nextInt(40) == 0 ? 4 : 1);
            values[i] = mode == Mode.THROUGHPUT ? 1 / seconds : seconds;
        }
        if (random.nextInt(200) == 0) {
            values[0] = Double.NaN;
        }
        return Values.of(values);
    }

    private double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private JournalEntry fork(
            CaseName name,
            String side,
            int fork,
            Mode mode,
            Values values,
            Map<String, Values> further,
            boolean fails) {
        return new JournalEntry(
                name,
                side,
                fork,
                records.size(),
                Instant.EPOCH,
                0.2,
                1,
                new ForkSamples(
                        mode,
                        1,
                        0.1,
                        Values.of(),
                        true,
                        fails ? Values.of() : values,
                        List.of(),
                        fails ? Map.of() : further,
                        Map.of()),
                fails ? new Outcome.Failed(Outcome.Failed.Cause.THREW, "no", List.of(), "") : new Outcome.Finished(),
                Optional.empty());
    }

    private Rules rules() {
        double confidence = new double[] {0.9, 0.95, 0.95, 0.99}[random.nextInt(4)];
        double tolerance = new double[] {0, 0.01, 0.03, 0.03, 0.1}[random.nextInt(5)];
        double margin = new double[] {0, 0.05, 0.05, 0.1}[random.nextInt(4)];
        double least = random.nextInt(4) == 0 ? 0 : 0.5e-9;
        ChangeRules changes = (name, metric, base) -> switch (metric) {
            case TIME -> new ChangeRule(tolerance, least, margin, 0.15, 0.30, 0.50, Optional.empty());
            case ALLOCATION -> new ChangeRule(0.01, 8, 0, 0.15, 0.30, 0.50, Optional.empty());
        };
        return SomeRules.of(changes, new Confidences(confidence, Map.of(), Map.of()));
    }

    private Optional<Spending> looks() {
        int most = records.stream().mapToInt(JournalEntry::fork).max().orElse(0) + 1;
        return random.nextBoolean() && most >= 3 ? Optional.of(Spending.each(3, most)) : Optional.empty();
    }

    private Side side(String name) {
        List<Measured> cases = new ArrayList<>();
        CaseSamples.group(records.stream().filter(r -> r.side().equals(name)).toList())
                .forEach(samples -> cases.add(new Measured(samples, Conditions.UNKNOWN)));
        cases.sort(Comparator.comparing(one -> one.samples().name().benchmark()));
        return new Side(name, Optional.empty(), cases);
    }

    Side base() {
        return side("base");
    }

    Side head() {
        return side("head");
    }

    ChangeJudgement judge() {
        return judge(base(), head(), looks, rules);
    }

    static ChangeJudgement judge(Side base, Side head, Optional<Spending> looks, Rules rules) {
        RunSamples run = new RunSamples(
                Optional.of(base),
                head,
                DeclaredRules.NONE,
                looks.map(one -> new RunSamples.Turns(one, Set.of(), List.of(), Set.of(), Optional.empty())),
                RunSamples.End.COMPLETE);
        return Judge.judge(run, rules, Trust.MEASURED_HERE).change().orElseThrow();
    }

    /** The key of a metric of a case. */
    static String key(CaseName name, Metric metric) {
        return name + (metric == Metric.TIME ? "" : " allocation");
    }
}
