package dev.clnrm.bench.runs;

import dev.clnrm.bench.stats.Spending;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run folder, read once: of one side, or of two that took turns.
 *
 * @param info what {@code run.json} says
 * @param records the forks of all sides, in the order in which they ended
 */
public record KeptRun(RunInfo info, List<JournalEntry> records) {
    /** The length people cut a commit to. */
    private static final int SHORT_COMMIT = 7;

    private static final int MOST_LINES = 100;

    /** The section that names the cases left out because their code is the same on both sides. */
    public static final String SKIPPED = "skipped";

    private static final int NAMES = 4;

    /** No run takes longer: a longer one is a wrong clock, or made up. */
    private static final Duration LONGEST = Duration.ofDays(366);

    public KeptRun {
        records = List.copyOf(records);
    }

    /**
     * Reads a folder.
     *
     * @throws FileException if it cannot be read
     */
    public static KeptRun read(Path folder) {
        return new KeptRun(
                RunFolder.read(folder), Journal.read(RunFolder.samples(folder)).records());
    }

    /** The same run with what may be believed of it where a stranger wrote it. */
    KeptRun fromAStranger() {
        return new KeptRun(
                Believed.of(info, records), records.stream().map(Believed::of).toList());
    }

    /** Both sides, called as the run called them; empty for a run of one side. */
    public Optional<Pair> sides() {
        return records.stream().noneMatch(record -> record.side().equals(JournalEntry.BASE))
                ? Optional.empty()
                : Optional.of(Pair.of(side(label(JournalEntry.BASE), JournalEntry.BASE), head(label(JournalEntry.HEAD))));
    }

    /** The only side, or the head. */
    public Side head(String label) {
        return side(label, JournalEntry.HEAD);
    }

    /** The commit of a side, as the run says. */
    public static Optional<String> commit(RunInfo info, String side) {
        return facts(info, side).get("commit") instanceof String commit ? Optional.of(commit) : Optional.empty();
    }

    private static Map<?, ?> facts(RunInfo info, String side) {
        return info.sections().get("sides") instanceof Map<?, ?> sides && sides.get(side) instanceof Map<?, ?> facts
                ? facts
                : Map.of();
    }

    /** What the run called a side: {@code main (3f2c1ab)}. */
    private String label(String side) {
        String commit = commit(info, side)
                .map(hash -> hash.substring(0, Math.min(SHORT_COMMIT, hash.length())))
                .orElse("");
        Map<?, ?> facts = facts(info, side);
        String label = text(facts, "label");
        String state = Boolean.TRUE.equals(facts.get("dirty")) ? commit + " with changes" : commit;
        if (label.isEmpty() || CheckedOut.names(label, commit(info, side).orElse(""), commit)) {
            return commit.isEmpty() ? side : state;
        }
        return commit.isEmpty() ? label : label + " (" + state + ")";
    }

    /** After how many forks the run looked at its cases. A run that claims more than it can have had would spend nothing on what it has. */
    public Spending looks() {
        int usual = Defaults.CHECK.forks().orElseThrow().max();
        int least = Math.min(leastForks(), Math.max(usual, seen()));
        int first = Math.max(dev.clnrm.bench.stats.Defaults.PRIOR_FORKS, least);
        return Spending.each(first, Math.max(first, mostForks()));
    }

    /** The most forks a case could get on each side. */
    int mostForks() {
        int usual = Defaults.CHECK.forks().orElseThrow().max();
        int said = info.sections().get("mostForks") instanceof Number most ? most.intValue() : usual;
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
                ? cases.stream().mapToInt(one -> least(one).orElse(usual)).max().orElse(usual)
                : usual;
    }

    private static OptionalInt least(@Nullable Object planned) {
        return planned instanceof Map<?, ?> facts
                        && facts.get("effort") instanceof Map<?, ?> effort
                        && effort.get("forks") instanceof Map<?, ?> forks
                        && forks.get("min") instanceof Number min
                ? OptionalInt.of(min.intValue())
                : OptionalInt.empty();
    }

    /** The cases whose code the run found to be the same on both sides. */
    public Set<CaseName> sameCode() {
        Set<Object> said = info.sections().get("sameCode") instanceof List<?> names ? Set.copyOf(names) : Set.of();
        Set<CaseName> same = new HashSet<>();
        for (JournalEntry record : records) {
            if (said.contains(record.name().toString())) {
                same.add(record.name());
            }
        }
        return same;
    }

    /** What is said of cases that were left out because their code is the same on both sides. */
    public static String skipped(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return "left out by --unchanged-code skip, for all they reach is the same on both sides: " + names.size()
                + (names.size() == 1 ? " case (" : " cases (") + some + (names.size() > NAMES ? ", …" : "") + ")";
    }

    /** What the run says it left out; empty where it left out nothing. */
    public Optional<String> leftOut() {
        List<String> names = info.sections().get(SKIPPED) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return names.isEmpty() ? Optional.empty() : Optional.of(skipped(names));
    }

    /** The cases only the base had, which were not measured; what is no case is left out. */
    public List<CaseKey> vanished() {
        List<CaseKey> vanished = new ArrayList<>();
        if (info.sections().get("vanished") instanceof List<?> cases) {
            for (Object one : cases) {
                if (one instanceof Map<?, ?> facts) {
                    vanished(facts).ifPresent(vanished::add);
                }
            }
        }
        return List.copyOf(new LinkedHashSet<>(vanished));
    }

    private static Optional<CaseKey> vanished(Map<?, ?> facts) {
        Map<String, String> params = new LinkedHashMap<>();
        if (facts.get("params") instanceof Map<?, ?> said) {
            said.forEach((key, value) -> params.put(String.valueOf(key), String.valueOf(value)));
        }
        CaseName name = new CaseName(text(facts, "suite"), text(facts, "benchmark"), params);
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.jmhName().equals(facts.get("mode")))
                .findFirst()
                .map(mode -> new CaseKey(name, mode));
    }

    /** A case as {@link #vanished()} reads it back. */
    public static Map<String, Object> facts(CaseKey vanished) {
        CaseName name = vanished.name();
        return Map.of(
                "suite", name.suite(),
                "benchmark", name.benchmark(),
                "params", name.params(),
                "mode", vanished.mode().jmhName());
    }

    /** How both sides were measured. */
    public Cost cost(Pair sides, Optional<String> folder) {
        int most = mostForks();
        int early = (int) sides.head().cases().stream()
                .filter(one -> one.samples().finished().size() < most)
                .count();
        return new Cost(
                seed(),
                seconds(),
                finished(sides.base()),
                finished(sides.head()),
                most,
                early,
                sameCode().size(),
                lines("replaced"),
                folder);
    }

    private static int finished(Side side) {
        return side.cases().stream()
                .mapToInt(one -> one.samples().finished().size())
                .sum();
    }

    /** What the order was drawn from; 0 where the run does not say. */
    public long seed() {
        return info.sections().get("seed") instanceof Number seed ? seed.longValue() : 0;
    }

    /** How long it took, in seconds; 0 where the run does not say, or says what cannot be. */
    public double seconds() {
        return info.ended()
                .map(ended -> Duration.between(info.started(), ended))
                .filter(time -> !time.isNegative() && time.compareTo(LONGEST) <= 0)
                .map(time -> time.toMillis() / 1e3)
                .orElse(0.0);
    }

    /** A section that is a list of texts, as far as somebody can be asked to read it. */
    private List<String> lines(String section) {
        return info.sections().get(section) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .limit(MOST_LINES)
                        .toList()
                : List.of();
    }

    private Side side(String label, String side) {
        KeptConditions conditions = KeptConditions.of(info, side);
        List<JournalEntry> own =
                records.stream().filter(record -> record.side().equals(side)).toList();
        List<Measured> cases = new ArrayList<>();
        for (CaseSamples samples : CaseSamples.group(own)) {
            cases.add(new Measured(samples, conditions.of(samples)));
        }
        return Side.of(label, Optional.of(info.id()), cases);
    }

    static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
