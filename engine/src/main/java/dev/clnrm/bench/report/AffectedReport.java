package dev.clnrm.bench.report;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.reach.CaseReach;
import dev.clnrm.bench.reach.CaseReach.Why;
import dev.clnrm.bench.reach.Foreseen;
import dev.clnrm.bench.reach.Reach;
import dev.clnrm.bench.reach.ReachedMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a change reaches, with the commands that measure it.
 *
 * @param base the label of the base
 * @param head the label of the head
 * @param check the arguments of the command that checks all cases
 * @param notes further notes about the sides, one clause each
 * @param foreseen the cases that the change will likely move; empty if nobody asks
 * @param unknown why nobody can tell what the change reaches; empty if the answer is known
 */
public record AffectedReport(
        String base,
        String head,
        Reach reach,
        List<String> check,
        List<String> notes,
        Optional<Foreseen> foreseen,
        Optional<String> unknown) {
    /** The calls that class files do not show. */
    private static final String UNSEEN =
            "not seen: calls from native code, code that is generated at run time, reflection"
                    + " by the JDK itself, and files, databases and system properties that a benchmark reads;"
                    + " a call through an interface or a superclass counts for every implementation that the case creates";

    public AffectedReport {
        check = List.copyOf(check);
        notes = List.copyOf(notes);
    }

    /** {@code the change reaches 3 of 12 cases}. */
    public String sentence() {
        String files = reach.unmeasured().isEmpty()
                ? ""
                : ReachFacts.unmeasured(reach.unmeasured().size());
        String cases = unknown.map(why -> "could not tell what the change reaches: " + why)
                .orElseGet(() -> "the change reaches " + reach.affected().size() + " of "
                        + Counts.count(reach.cases().size(), "case"));
        return Counts.joined("; ", cases, files);
    }

    /** The command that measures the cases that the change reaches; empty if it reaches none. */
    public String command() {
        return unknown.isPresent() || reach.affected().isEmpty() ? "" : CommandText.line(check) + " --affected";
    }

    /** Filters that find these cases, one for each benchmark. */
    public List<String> filters() {
        return reach.affected().stream()
                .map(CaseReach::name)
                .map(CaseName::qualified)
                .distinct()
                .toList();
    }

    /** The filters as command-line arguments, an option with its value in each. */
    public List<String> filterWords() {
        return filters().stream()
                .map(filter -> "--only " + CommandText.quoted(Inert.command(filter)))
                .toList();
    }

    /** {@code 14 cases may reach it, by names made at run time}; empty if no case may. */
    public static Optional<String> byName(ReachedMember one) {
        return one.byName() == 0
                ? Optional.empty()
                : Optional.of(Counts.count(one.byName(), "case") + " may reach it, by names made at run time");
    }

    /** The assumptions and limits of the answer, one clause each. */
    public List<String> limits() {
        List<String> limits = new ArrayList<>(notes);
        count(Why.BY_NAME, "perhaps affected by any change, because names of classes are made at run time", limits);
        count(Why.DECLARED, "affected, because the suite declares them differently", limits);
        count(Why.RESOURCE, "affected, because a resource on the class path changed", limits);
        count(Why.SETTINGS, "affected, because the JVM, its flags, parameters or JMH differ", limits);
        count(Why.UNKNOWN, "affected, because the code is not known: a program or an unreadable class path", limits);
        count(Why.NEW, "new, so there is nothing to compare with", limits);
        count(Why.READS_FILES, "not reached, but may read other files; `check --affected` measures them", limits);
        limits.add(UNSEEN);
        return limits;
    }

    private void count(Why why, String clause, List<String> limits) {
        List<String> names = reach.cases().stream()
                .filter(one -> one.why() == why)
                .map(one -> Inert.name(one.name()))
                .toList();
        if (!names.isEmpty()) {
            limits.add(clause + ": " + Counts.count(names.size(), "case") + " (" + Counts.some(names, 3) + ")");
        }
    }
}
