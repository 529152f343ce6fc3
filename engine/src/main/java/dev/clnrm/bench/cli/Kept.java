package dev.clnrm.bench.cli;

import dev.clnrm.bench.analyse.Spending;
import dev.clnrm.bench.declare.Defaults;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.store.Promised;
import dev.clnrm.bench.store.RunFolder;
import dev.clnrm.bench.store.RunInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run that was kept, as it is judged again. What it says of itself may have been written by anybody: no more is taken from it than
 * how it looked at samples that could have been made up as well.
 *
 * @param info what it says of itself
 * @param records its forks, of both sides
 * @param promised what its code declared
 */
record Kept(RunInfo info, List<ForkRecord> records, Promised promised) {
    private static final int MOST_LINES = 100;

    /** How a run says that it ended for want of time. */
    static final String OUT_OF_TIME = "time_budget";

    Kept {
        records = List.copyOf(records);
    }

    static Kept read(Path folder) {
        RunInfo info = RunFolder.read(folder);
        return new Kept(info, Journal.read(RunFolder.samples(folder)).records(), Promised.in(folder, info));
    }

    /** The cases in the order declared; what nobody said was to be measured comes last. */
    Set<CaseName> planned() {
        Set<CaseName> names = new LinkedHashSet<>(promised.cases());
        records.stream()
                .filter(record -> record.side().equals(ForkRecord.HEAD))
                .forEach(record -> names.add(record.name()));
        return names;
    }

    /** The samples of the head, by case, in the order declared. */
    Map<CaseName, CaseSamples> samples() {
        Map<CaseName, CaseSamples> samples = CaseSamples.ofSide(ForkRecord.HEAD, records);
        Map<CaseName, CaseSamples> ordered = new LinkedHashMap<>();
        planned().forEach(name -> Optional.ofNullable(samples.get(name)).ifPresent(one -> ordered.put(name, one)));
        return ordered;
    }

    /** A side with its cases in the order declared. */
    Side ordered(Side side) {
        Map<CaseName, Integer> places = new HashMap<>();
        planned().forEach(name -> places.put(name, places.size()));
        Comparator<Measured> place =
                Comparator.comparingInt(one -> places.getOrDefault(one.samples().name(), Integer.MAX_VALUE));
        return new Side(
                side.label(), side.job(), side.cases().stream().sorted(place).toList());
    }

    /** Whether something other than want of time kept it from its end. */
    boolean cutShort() {
        return info.state() != RunInfo.State.FINISHED && !outOfTime();
    }

    private boolean outOfTime() {
        return OUT_OF_TIME.equals(info.sections().get("end"));
    }

    /** What a reader should know of it, one clause each. */
    List<String> notes() {
        Stream<String> end = outOfTime()
                ? Stream.of("the time budget was used up before every case had its forks")
                : cutShort() ? Stream.of("the run did not come to its end") : Stream.of();
        Stream<String> vanished =
                lines("vanished").stream().map(name -> name + " vanished: the base has it and the head does not");
        return Stream.concat(end, vanished).toList();
    }

    /** As the run looked at its forks. A run that claims more forks than it can have had would spend nothing on what it has. */
    Spending looks() {
        int usual = Defaults.CHECK.forks().orElseThrow().max();
        int least = Math.min(leastForks(), Math.max(usual, seen()));
        int first = Math.max(dev.clnrm.bench.analyse.Defaults.PRIOR_FORKS, least);
        return Spending.each(first, Math.max(first, mostForks()));
    }

    /** The most forks a case could get on each side. */
    int mostForks() {
        int usual = Defaults.CHECK.forks().orElseThrow().max();
        int said = number("mostForks").map(Number::intValue).orElse(usual);
        return Math.max(seen(), Math.min(said, Math.max(usual, seen())));
    }

    private int seen() {
        return CaseSamples.group(records).stream()
                .mapToInt(samples -> samples.forks().size())
                .max()
                .orElse(0);
    }

    private int leastForks() {
        int usual = Defaults.CHECK.forks().orElseThrow().min();
        return info.sections().get("cases") instanceof List<?> cases
                ? cases.stream()
                        .mapToInt(one -> one instanceof Map<?, ?> facts
                                        && facts.get("effort") instanceof Map<?, ?> effort
                                        && effort.get("forks") instanceof Map<?, ?> forks
                                        && forks.get("min") instanceof Number min
                                ? min.intValue()
                                : usual)
                        .max()
                        .orElse(usual)
                : usual;
    }

    /** The cases whose code is the same on both sides. */
    Set<CaseName> same() {
        Set<String> words = Set.copyOf(strings("sameCode"));
        return planned().stream()
                .filter(name -> words.contains(name.toString()))
                .collect(Collectors.toSet());
    }

    /** A section that is a list of texts, as far as somebody can be asked to read it. */
    List<String> lines(String section) {
        return strings(section).stream().limit(MOST_LINES).toList();
    }

    private List<String> strings(String section) {
        return info.sections().get(section) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    long seed() {
        return number("seed").map(Number::longValue).orElse(0L);
    }

    double seconds() {
        return info.ended()
                .map(ended -> Duration.between(info.started(), ended).toMillis() / 1e3)
                .filter(seconds -> seconds >= 0)
                .orElse(0.0);
    }

    private Optional<Number> number(String section) {
        return info.sections().get(section) instanceof Number number ? Optional.of(number) : Optional.empty();
    }
}
