package dev.clnrm.bench.research;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.calibrate.Share;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Creep;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Prints the tables of series in docs/statistics.md; scripts/calibrate-series.sh builds and starts it. */
public final class SeriesCheck {
    /** The steps according to the origin of the labelled series; it also labels an outlier at 10 and a slow slope. */
    static final List<Integer> LABELS = List.of(15, 71, 95);

    /** The largest distance from a label at which a step counts as found. */
    private static final int NEAR = 2;

    /** The same for nights: the next night may be the first that shows a step. */
    private static final int NEXT = 1;

    /** The fewest nights before and after a planted step. */
    private static final int ROOM = 8;

    private static final List<Double> PLANTED = List.of(1.05, 1.1, 1.2, 1.5);
    private static final double SHOWN = 1.2;
    private static final Window WINDOW = new Window(0.1, 10, 20);
    private static final int MIDDLE = 30;
    private static final int CREEPS_FROM = 20;
    private static final int CREEPS_TO = 40;

    private final Path data;
    private final PrintStream out;

    private SeriesCheck(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    /**
     * Reads series and prints the steps that each rule finds in them.
     *
     * @param args a folder with {@code series}, {@code github-runners} and {@code same-code}
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            new SeriesCheck(Path.of(args[0]), out).run();
        } catch (FileException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run() {
        MeasuredSeries labelled = labelled(data);
        List<MeasuredSeries> nights = Nights.read(data.resolve("github-runners"));
        out.println(labelled(labelled));
        out.println(nights(nights));
        List<SameCode> benchmarks = ForksFile.read(data.resolve("same-code").resolve("forks-100ms.csv.gz"));
        out.println(machines(benchmarks));
        List<OnMachines> unchanged = IntStream.range(0, benchmarks.size())
                .mapToObj(i -> OnMachines.of(benchmarks.get(i), WINDOW, run -> 1, i))
                .toList();
        out.println(ForecastCheck.table(labelled, unlabelled(data), nights, unchanged));
    }

    /** The series of 365 points with labels. */
    static MeasuredSeries labelled(Path data) {
        return MeasuredSeries.plain(
                "labelled", numbers(data.resolve("series").resolve("tigerbeetle-labelled.json"), "series"));
    }

    /** The series of 1,000 points, which are logarithms of times. */
    private static MeasuredSeries unlabelled(Path data) {
        return MeasuredSeries.plain(
                "long",
                numbers(data.resolve("series").resolve("mongodb-long-series.json"), "")
                        .mapped(Math::exp));
    }

    private static Values numbers(Path file, String key) {
        try {
            JsonNode whole = new ObjectMapper().readTree(Files.readAllBytes(file));
            JsonNode series = key.isEmpty() ? whole : whole.get(key);
            return Values.of(StreamSupport.stream(series.spliterator(), false).mapToDouble(JsonNode::asDouble));
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
    }

    private static String labelled(MeasuredSeries series) {
        StringBuilder text = new StringBuilder(
                "labelled series: " + series.values().size()
                        + " points, steps at 15, 71 and 95, found within " + NEAR + " points\n\n"
                        + "| rule                  | found | missed | false | steps                          | grew gradually   |\n"
                        + "|-----------------------|------:|-------:|------:|--------------------------------|------------------|\n");
        for (StepRule rule : StepRule.values()) {
            List<StepRule.Step> steps = rule.steps(series);
            long found = LABELS.stream()
                    .filter(label -> steps.stream().anyMatch(step -> Math.abs(step.first() - label) <= NEAR))
                    .count();
            long wrong = steps.stream()
                    .filter(step -> LABELS.stream().noneMatch(label -> Math.abs(step.first() - label) <= NEAR))
                    .count();
            text.append(String.format(
                    Locale.ROOT,
                    "| %-21s | %5d | %6d | %5d | %-30s | %-16s |%n",
                    rule,
                    found,
                    LABELS.size() - found,
                    wrong,
                    steps.size() > 12
                            ? steps.size() + " steps"
                            : steps.stream().map(step -> "" + step.first()).collect(Collectors.joining(" ")),
                    rule.creeps(series).stream()
                            .map(creep -> creep.from() + "–" + creep.to())
                            .collect(Collectors.joining(" "))));
        }
        return text.toString();
    }

    private static String nights(List<MeasuredSeries> nights) {
        StringBuilder text = new StringBuilder(
                "nights on GitHub-hosted runners: " + nights.size() + " cases over "
                        + nights.stream()
                                .mapToInt(one -> one.values().size())
                                .max()
                                .orElse(0)
                        + " nights, steps planted at " + planted(nights).size() + " changes of commit of a case\n\n"
                        + "| rule                  | steps reported | inside one commit: false | of these at another machine | found: +5 % |       +10 % |       +20 % |       +50 % | nights between |\n"
                        + "|-----------------------|---------------:|-------------------------:|----------------------------:|------------:|------------:|------------:|------------:|---------------:|\n");
        for (StepRule rule : StepRule.values()) {
            List<Reported> reported = nights.parallelStream()
                    .map(series -> new Reported(series, rule.steps(series)))
                    .toList();
            text.append(String.format(
                    Locale.ROOT,
                    "| %-21s | %14d | %24d | %27d | %s | %14s |%n",
                    rule,
                    reported.stream().mapToInt(one -> one.steps.size()).sum(),
                    reported.stream().mapToLong(Reported::insideOneCommit).sum(),
                    reported.stream().mapToLong(Reported::atAnotherMachine).sum(),
                    PLANTED.stream()
                            .map(factor -> share(found(rule, reported, factor)))
                            .collect(Collectors.joining(" | ")),
                    between(rule, reported)));
        }
        return text.toString();
    }

    /** The steps that a rule reports for an unchanged series. */
    private record Reported(MeasuredSeries series, List<StepRule.Step> steps) {
        private boolean same(List<Integer> what, StepRule.Step step) {
            return what.get(step.last()).equals(what.get(step.first()));
        }

        long insideOneCommit() {
            return steps.stream().filter(step -> same(series.commits(), step)).count();
        }

        long atAnotherMachine() {
            return steps.stream()
                    .filter(step -> same(series.commits(), step) && !same(series.machines(), step))
                    .count();
        }
    }

    private record Plant(MeasuredSeries series, int at) {}

    private static List<Plant> planted(List<MeasuredSeries> nights) {
        return nights.stream()
                .flatMap(series -> IntStream.range(ROOM, series.values().size() - ROOM)
                        .filter(i ->
                                !series.commits().get(i).equals(series.commits().get(i - 1)))
                        .mapToObj(i -> new Plant(series, i)))
                .toList();
    }

    /** The planted steps as the rule finds them. Steps are planted where it reports nothing near in the unchanged series. */
    private static Stream<Optional<StepRule.Step>> searched(StepRule rule, List<Reported> reported, double factor) {
        return reported.parallelStream().flatMap(one -> planted(List.of(one.series)).stream()
                .filter(plant -> one.steps.stream().noneMatch(step -> step.near(plant.at, NEAR)))
                .map(plant -> rule.steps(plant.series.planted(plant.at, factor)).stream()
                        .filter(step -> step.near(plant.at, NEXT))
                        .findFirst()));
    }

    private static Share found(StepRule rule, List<Reported> reported, double factor) {
        return searched(rule, reported, factor)
                .map(step -> Share.of(step.isPresent()))
                .reduce(Share.NONE, Share::plus);
    }

    /** How many nights a step leaves open: of half of those found at most the first number, of all at most the second. */
    private static String between(StepRule rule, List<Reported> reported) {
        int[] nights = searched(rule, reported, SHOWN)
                .flatMap(Optional::stream)
                .mapToInt(step -> step.first() - step.last())
                .sorted()
                .toArray();
        return nights[nights.length / 2] + ", " + nights[nights.length - 1];
    }

    private static String machines(List<SameCode> benchmarks) {
        StringBuilder text = new StringBuilder(
                "changing machines: " + benchmarks.size() + " benchmarks over "
                        + OnMachines.RUNS
                        + " runs on 3 machines, 3 forks a side; a step at run 30, or 1 % a run from run 20 to 40\n\n"
                        + "| rule                  | unchanged: reported | found: +5 % |       +10 % | beside +10 %: false | creep: found as such |  as steps | its first run | its last run |\n"
                        + "|-----------------------|--------------------:|------------:|------------:|--------------------:|---------------------:|----------:|--------------:|-------------:|\n");
        for (StepRule rule : StepRule.values()) {
            List<Outcome> unchanged = outcomes(rule, benchmarks, run -> 1);
            List<Outcome> five = outcomes(rule, benchmarks, run -> run < MIDDLE ? 1 : 1.05);
            List<Outcome> ten = outcomes(rule, benchmarks, run -> run < MIDDLE ? 1 : 1.1);
            List<Outcome> creep = outcomes(
                    rule,
                    benchmarks,
                    run -> Math.pow(1.01, Math.max(0, Math.min(run - CREEPS_FROM, CREEPS_TO - CREEPS_FROM))));
            List<Creep> crept =
                    creep.stream().flatMap(one -> one.creeps.stream()).toList();
            text.append(String.format(
                    Locale.ROOT,
                    "| %-21s | %19s | %11s | %11s | %19s | %20s | %9s | %13s | %12s |%n",
                    rule,
                    share(count(unchanged, one -> !one.steps.isEmpty() || !one.creeps.isEmpty())),
                    share(count(five, Outcome::found)),
                    share(count(ten, Outcome::found)),
                    share(count(ten, Outcome::others)),
                    rule == StepRule.ANCHORED ? share(count(creep, one -> !one.creeps.isEmpty())) : "–",
                    share(count(creep, one -> one.creeps.isEmpty() && !one.steps.isEmpty())),
                    quartiles(crept.stream().mapToInt(Creep::from)),
                    quartiles(crept.stream().mapToInt(Creep::to))));
        }
        return text.toString();
    }

    private record Outcome(List<StepRule.Step> steps, List<Creep> creeps) {
        boolean found() {
            return steps.stream().anyMatch(step -> step.near(MIDDLE, NEXT));
        }

        boolean others() {
            return steps.stream().anyMatch(step -> !step.near(MIDDLE, NEAR));
        }
    }

    private static List<Outcome> outcomes(StepRule rule, List<SameCode> benchmarks, IntToDoubleFunction head) {
        return IntStream.range(0, benchmarks.size())
                .parallel()
                .mapToObj(i -> {
                    OnMachines one = OnMachines.of(benchmarks.get(i), WINDOW, head, i);
                    MeasuredSeries series = rule == StepRule.ANCHORED ? one.ratios() : one.times();
                    return new Outcome(rule.steps(series), rule.creeps(series));
                })
                .toList();
    }

    private static Share count(List<Outcome> outcomes, Predicate<Outcome> wanted) {
        return outcomes.stream().map(one -> Share.of(wanted.test(one))).reduce(Share.NONE, Share::plus);
    }

    /** The middle half: {@code 19–21}. */
    private static String quartiles(IntStream values) {
        int[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? "–" : sorted[sorted.length / 4] + "–" + sorted[3 * sorted.length / 4];
    }

    static String share(Share share) {
        return share.of() == 0
                ? "–"
                : String.format(Locale.ROOT, "%.1f ± %.1f", 100 * share.value(), 100 * share.error());
    }
}
