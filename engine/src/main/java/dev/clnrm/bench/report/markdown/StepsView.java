package dev.clnrm.bench.report.markdown;

import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.history.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Change points that were not reported before.
 *
 * @param steps what became slower comes first, the largest step before the smaller
 * @param repository the address of the repository
 * @param run the address of the run that shows them
 */
public record StepsView(List<Step> steps, Optional<String> repository, Optional<String> run) {
    private static final Comparator<Step> WORST_FIRST = Comparator.comparing((Step step) -> !step.slower())
            .thenComparing(step -> -step.point().magnitude());

    public StepsView {
        steps = steps.stream().sorted(WORST_FIRST).toList();
    }

    /** How many there are, and which way they go: {@code 3 new change points, 2 slower and 1 faster}. */
    public String sentence() {
        long slower = steps.stream().filter(Step::slower).count();
        long faster = steps.size() - slower;
        String count = Counts.count(steps.size(), "new change point");
        if (faster == 0) {
            return count + ", slower";
        }
        return slower == 0 ? count + ", faster" : count + ", " + slower + " slower and " + faster + " faster";
    }

    /** The address of the commit of a change point, if it is known. */
    Optional<String> commit(Step step) {
        return repository.flatMap(address -> step.since()
                .commit()
                .filter(hash -> hash.matches("[0-9a-f]{7,64}"))
                .map(hash -> address + "/commit/" + hash));
    }
}
