package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.CaseFilter;
import dev.clnrm.bench.config.CasePattern;
import dev.clnrm.bench.model.CaseName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a project that a run had to measure, as its requester states.
 *
 * @param suites the names of its suites; all suites if empty
 * @param filters parts of case names, as for {@code run}; all cases if empty
 * @param shard whether it was one of several shards; its cases are then unknown
 */
public record Selection(List<String> suites, List<String> filters, boolean shard) {
    /** The whole project. */
    public static final Selection ALL = new Selection(List.of(), List.of(), false);

    /** Stands for the suite if a rule does not name one. */
    private static final String ANY = "*";

    public Selection {
        suites = List.copyOf(suites);
        filters = List.copyOf(filters);
    }

    /**
     * Whether the selection certainly includes every case of this name or pattern. Upper and lower case are equal, and a JMH benchmark also
     * matches by its JMH name. A {@code *} may also match a case outside of the selection.
     */
    boolean owes(CaseName pattern) {
        return !shard
                && (suites.isEmpty() || suites.contains(pattern.suite()))
                && (filters.isEmpty() || (!pattern.toString().contains(ANY) && CaseFilter.any(filters, pattern)));
    }

    /** A name that represents the cases of a pattern: {@code parsing/*}. If the pattern names no suite, it may be any suite. */
    static CaseName standIn(CasePattern pattern) {
        return standIn(pattern.name(), pattern.params());
    }

    /** The same for a case reference in a law. */
    static CaseName standIn(String reference) {
        return CasePattern.parse(reference).map(Selection::standIn).orElseGet(() -> standIn(reference, Map.of()));
    }

    /** A name that represents all cases of a suite. */
    static CaseName suite(String name) {
        return new CaseName(name, ANY, Map.of());
    }

    private static CaseName standIn(String name, Map<String, String> params) {
        int slash = name.indexOf('/');
        return new CaseName(
                slash < 0 ? ANY : name.substring(0, slash), name.substring(slash + 1), new LinkedHashMap<>(params));
    }

    /** The suites of a file that the selection includes completely. */
    List<String> suites(BudgetsFile file) {
        return shard || !filters.isEmpty()
                ? List.of()
                : file.suites().stream()
                        .map(source -> source.name())
                        .filter(name -> suites.isEmpty() || suites.contains(name))
                        .toList();
    }
}
