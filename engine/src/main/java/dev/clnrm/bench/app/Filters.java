package dev.clnrm.bench.app;

import dev.clnrm.bench.config.CaseFilter;
import dev.clnrm.bench.model.CaseName;
import java.util.List;

/** Cases found by parts of their names, as {@code run} finds them; a benchmark of JMH also by what JMH calls it. */
public final class Filters {
    private Filters() {}

    /** Whether one of the filters finds the case; upper and lower case count alike. */
    public static boolean any(List<String> filters, CaseName name) {
        return filters.stream().anyMatch(filter -> new CaseFilter(filter).finds(name));
    }
}
