package dev.clnrm.bench.runs;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Trust;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A run that was kept, as it is judged again.
 *
 * @param run what was measured
 * @param promised what its code declared
 */
public record Kept(KeptRun run, DeclaredRules promised) {
    /** How a run says that it ended for want of time. */
    public static final String OUT_OF_TIME = "time_budget";

    /**
     * Reads a run.
     *
     * @param trust who could write its files: from a stranger, what it says of itself is cut down to what may be believed
     */
    public static Kept read(Path folder, Trust trust) {
        KeptRun run = KeptRun.read(folder);
        return new Kept(
                switch (trust) {
                    case MEASURED_HERE, STORED -> run;
                    case FROM_A_STRANGER -> run.fromAStranger();
                },
                DeclaredRulesReader.in(folder, run.info()));
    }

    /** The cases in the order declared; what nobody said was to be measured comes last. */
    public Set<CaseName> planned() {
        Set<CaseName> names = new LinkedHashSet<>(promised.cases());
        run.records().stream()
                .filter(record -> record.side().equals(JournalEntry.HEAD))
                .forEach(record -> names.add(record.name()));
        return names;
    }

    /** The samples of the head, by case, in the order declared. */
    public Map<CaseName, CaseSamples> samples() {
        Map<CaseName, CaseSamples> samples = CaseSamples.ofSide(JournalEntry.HEAD, run.records());
        Map<CaseName, CaseSamples> ordered = new LinkedHashMap<>();
        planned().forEach(name -> Optional.ofNullable(samples.get(name)).ifPresent(one -> ordered.put(name, one)));
        return ordered;
    }

    /** Both sides with their cases in the order declared; empty for a run of one side. */
    public Optional<Pair> sides() {
        return run.sides().map(both -> new Pair(ordered(both.base()), ordered(both.head())));
    }

    private Side ordered(Side side) {
        Map<CaseName, Integer> places = new HashMap<>();
        planned().forEach(name -> places.put(name, places.size()));
        Comparator<Measured> place =
                Comparator.comparingInt(one -> places.getOrDefault(one.samples().name(), Integer.MAX_VALUE));
        return side.with(side.cases().stream().sorted(place).toList());
    }

    /** Whether something other than want of time kept it from its end. */
    public boolean cutShort() {
        return run.info().state() != RunInfo.State.FINISHED && !outOfTime();
    }

    /** Whether it says that the time ran out before every case had its forks. */
    public boolean outOfTime() {
        return OUT_OF_TIME.equals(run.info().sections().get("end"));
    }

    /** What a reader should know of it, one clause each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        run.leftOut().ifPresent(notes::add);
        if (outOfTime()) {
            notes.add("the time budget was used up before every case had its forks");
        } else if (cutShort()) {
            notes.add("the run did not come to its end");
        }
        return notes;
    }
}
