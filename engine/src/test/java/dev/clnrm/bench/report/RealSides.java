package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeRule;
import dev.clnrm.bench.judge.ChangeRules;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.SomeRules;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Metric;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Public measurements of other projects, read from the folder next to this project, or from BENCH_DATA. Cases are called c0, c1
 * and so on.
 */
final class RealSides {
    static final Path DATA = Path.of(System.getenv().getOrDefault("BENCH_DATA", "../../shared/data"));

    private static final ChangeRules RULES = (name, metric, base) -> metric == Metric.TIME
            ? new ChangeRule(0.03, 0.5e-9, 0.05, 0.15, 0.30, 0.50, Optional.empty())
            : new ChangeRule(0.01, 8, 0, 0.15, 0.30, 0.50, Optional.empty());

    static final Rules JUDGED_BY = SomeRules.of(RULES).with(new Strictness(Optional.empty(), true, false));

    /** The number of cases whose rows, with their allocations, fit into a table. */
    private static final int CASES = 30;

    private RealSides() {}

    /**
     * Two sides of real forks.
     *
     * @param label their origin
     */
    record Two(String label, Side base, Side head) {}

    static List<Two> all() throws IOException {
        List<Two> all = new ArrayList<>();
        for (Path file : files("same-code")) {
            if (file.getFileName().toString().startsWith("forks-")) {
                all.addAll(halves(file));
            }
        }
        for (String folder : List.of("github-runners", "jmh-results")) {
            List<Path> files = files(folder).stream()
                    .filter(file -> !file.toString().endsWith(".csv"))
                    .toList();
            for (int i = 0; i < files.size(); i++) {
                all.addAll(together(files.get(i), files.get(Math.max(0, i - 1))));
            }
        }
        return all;
    }

    private static List<Path> files(String folder) throws IOException {
        if (!Files.isDirectory(DATA.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(DATA.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    /** The first forks of each benchmark against the last, with equally many on each side. */
    private static List<Two> halves(Path file) throws IOException {
        List<Two> all = new ArrayList<>();
        List<List<Values>> benchmarks = forks(file);
        for (int from = 0; from < benchmarks.size(); from += CASES) {
            List<Measured> base = new ArrayList<>();
            List<Measured> head = new ArrayList<>();
            for (int i = from; i < Math.min(benchmarks.size(), from + CASES); i++) {
                List<Values> forks = benchmarks.get(i);
                int half = forks.size() / 2;
                base.add(measured(i - from, "base", forks.subList(0, half)));
                head.add(measured(i - from, "head", forks.subList(half, 2 * half)));
            }
            all.add(new Two(file + " from " + from, side("base", base), side("head", head)));
        }
        return all;
    }

    /** The times by fork and benchmark, from lines {@code "benchmark",fork,time,time,…}. */
    private static List<List<Values>> forks(Path file) throws IOException {
        Map<String, List<Values>> forks = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                int quote = line.indexOf('"', 1);
                String[] cells = line.substring(quote + 2).split(",", -1);
                forks.computeIfAbsent(line.substring(1, quote), key -> new ArrayList<>())
                        .add(Values.of(Arrays.stream(cells, 1, cells.length).mapToDouble(Double::parseDouble)));
            });
        }
        return List.copyOf(forks.values());
    }

    private static Measured measured(int number, String side, List<Values> forks) {
        List<JournalEntry> records = new ArrayList<>();
        for (Values values : forks) {
            records.add(new JournalEntry(
                    name(number),
                    side,
                    records.size(),
                    records.size(),
                    Instant.EPOCH,
                    0.2,
                    1,
                    new ForkSamples(Mode.AVERAGE, 1, 0.1, Values.of(), true, values, List.of(), Map.of(), Map.of()),
                    new Outcome.Finished(),
                    Optional.empty()));
        }
        return new Measured(new CaseSamples(name(number), side, Mode.AVERAGE, records), Conditions.UNKNOWN);
    }

    /** The cases that both files have, a few at a time. */
    private static List<Two> together(Path base, Path head) {
        Map<String, Measured> before = byName(Side.of("base", JmhJson.read(base)));
        Map<String, Measured> after = byName(Side.of("head", JmhJson.read(head)));
        before.keySet().retainAll(after.keySet());
        List<String> names = List.copyOf(before.keySet());
        List<Two> all = new ArrayList<>();
        for (int from = 0; from < names.size(); from += CASES) {
            List<Measured> ofBase = new ArrayList<>();
            List<Measured> ofHead = new ArrayList<>();
            for (String name : names.subList(from, Math.min(names.size(), from + CASES))) {
                CaseName called = name(ofBase.size());
                Optional.ofNullable(before.get(name)).ifPresent(one -> ofBase.add(renamed(one, called)));
                Optional.ofNullable(after.get(name)).ifPresent(one -> ofHead.add(renamed(one, called)));
            }
            all.add(new Two(base + " and " + head + " from " + from, side("base", ofBase), side("head", ofHead)));
        }
        return all;
    }

    private static Map<String, Measured> byName(Side side) {
        Map<String, Measured> all = new LinkedHashMap<>();
        side.cases()
                .forEach(one ->
                        all.put(one.samples().name() + " " + one.samples().mode(), one));
        return all;
    }

    private static Measured renamed(Measured one, CaseName name) {
        List<JournalEntry> forks = one.samples().forks().stream()
                .map(fork -> new JournalEntry(
                        name,
                        fork.side(),
                        fork.fork(),
                        fork.order(),
                        fork.started(),
                        fork.startupSeconds(),
                        fork.company(),
                        fork.samples(),
                        fork.outcome(),
                        fork.disturbance()))
                .toList();
        return new Measured(
                new CaseSamples(name, one.samples().side(), one.samples().mode(), forks), one.conditions());
    }

    private static Side side(String label, List<Measured> cases) {
        return new Side(label, Optional.empty(), cases);
    }

    private static CaseName name(int number) {
        return new CaseName("s", "c" + number, Map.of());
    }
}
