package dev.clnrm.bench.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;
import java.util.Optional;

/**
 * The planned cases of a run.
 *
 * @param cases the cases of the head, or of the only side
 * @param baseCases the cases of the base, if there is one
 * @param vanished the cases that only the base had, which were not measured
 * @param sameCode the names of cases whose code is the same on both sides
 * @param skipped the names of cases omitted because the change does not reach them
 * @param mostForks the most forks a case could get on each side
 * @param overlay the head's benchmarks that replace those of the base; empty if no benchmark is new or edited
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlannedCases(
        List<CaseFacts> cases,
        List<CaseFacts> baseCases,
        List<RemovedCase> vanished,
        List<String> sameCode,
        List<String> skipped,
        Optional<Integer> mostForks,
        Optional<LaidOver> overlay) {
    private static final int NAMES = 4;

    public PlannedCases {
        cases = List.copyOf(cases);
        baseCases = List.copyOf(baseCases);
        vanished = List.copyOf(vanished);
        sameCode = List.copyOf(sameCode);
        skipped = List.copyOf(skipped);
    }

    /** The cases of one side. */
    public static PlannedCases of(List<CaseFacts> cases) {
        return new PlannedCases(cases, List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** The cases of a side; a run without separate cases of the base planned the same for both. */
    List<CaseFacts> of(String side) {
        return side.equals(JournalEntry.BASE) && !baseCases.isEmpty() ? baseCases : cases;
    }

    /** The sentence about cases that were omitted because the change does not reach them. */
    public static String skipped(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return "omitted, because the change does not reach them: " + names.size()
                + (names.size() == 1 ? " case (" : " cases (") + some + (names.size() > NAMES ? ", …" : "") + ")";
    }
}
