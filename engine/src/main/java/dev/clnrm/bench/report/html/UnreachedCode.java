package dev.clnrm.bench.report.html;

import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.ReachFacts;
import java.util.List;
import java.util.Map;

/** The changed code that no benchmark reaches, for a page. */
final class UnreachedCode {
    private UnreachedCode() {}

    /** {@code title} and {@code rows} of name, place and size; empty if there is no such code. */
    static Map<String, Object> of(ReachFacts reach) {
        return reach.some()
                .<Map<String, Object>>map(some -> Map.of(
                        "title",
                        reach.count().orElseThrow(),
                        "rows",
                        some.largest().stream()
                                .map(one -> List.of(
                                        Inert.name(one.name()),
                                        Inert.name(one.place()),
                                        String.valueOf(one.instructions())))
                                .toList()))
                .orElse(Map.of());
    }

    /** {@code title} and {@code files}: changed files that are in no measured jar; empty if there are none. */
    static Map<String, Object> unmeasured(ReachFacts reach) {
        return reach.unmeasured()
                .<Map<String, Object>>map(some -> Map.of(
                        "title",
                        reach.unmeasuredCount().orElseThrow(),
                        "files",
                        some.files().stream().map(Inert::name).toList()))
                .orElse(Map.of());
    }
}
