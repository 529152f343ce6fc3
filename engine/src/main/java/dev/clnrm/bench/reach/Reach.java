package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.Sameness;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cases that a change of the code reaches, and the changed members.
 *
 * @param cases every case of the head
 * @param members the changed members, the largest first
 * @param unmeasured the changed source files whose changed classes are in no measured jar or folder
 */
public record Reach(List<CaseReach> cases, List<ReachedMember> members, List<String> unmeasured) {
    public Reach {
        cases = List.copyOf(cases);
        members = List.copyOf(members);
        unmeasured = List.copyOf(unmeasured);
    }

    /** Compares the code of two plans. */
    public static Reach between(Plan base, Plan head) {
        return between(base, head, new ChangedSources(List.of(), base, head));
    }

    /** Compares the code of two plans, and finds which of the changed source files are measured. */
    public static Reach between(Plan base, Plan head, ChangedSources changed) {
        return new ReachFinder(base).of(head, changed);
    }

    /** How much of its code is the same on both sides, for each case. */
    public Map<CaseName, Sameness> sameness() {
        return cases.stream().collect(Collectors.toMap(CaseReach::name, CaseReach::sameness));
    }

    public List<CaseReach> affected() {
        return cases.stream().filter(CaseReach::affected).toList();
    }

    /** The changed members that cases reach. Members that the code of a case leads to come first. */
    public Stream<ReachedMember> reached() {
        return members.stream().filter(ReachedMember::reached).sorted(Comparator.comparing(one -> one.cases()
                .isEmpty()));
    }

    /** The changed methods of the head that no case reaches and whose source is in the project, outside its tests. */
    public List<ChangedMember> unreached() {
        return methods()
                .filter(one -> !one.reached())
                .map(ReachedMember::member)
                .toList();
    }

    Stream<ReachedMember> methods() {
        return members.stream()
                .filter(one -> one.member().what() == ChangedMember.What.METHOD)
                .filter(one -> one.member().how() != ChangedMember.How.REMOVED)
                .filter(one -> one.member().file().isPresent()
                        && (one.reached() || !one.member().ofTests()));
    }

    /** The number of other changed members that no case reaches: fields, tests, libraries, generated code. */
    public long others() {
        return members.stream().filter(one -> !one.reached()).count()
                - unreached().size();
    }

    /**
     * A summary of the changed code that no case reaches; empty if it is unknown.
     *
     * @param all whether all cases are requested
     */
    public Optional<ReachSummary> summary(boolean all) {
        return all ? Optional.of(ReachSummary.of(this)) : ReachSummary.ofSome(this);
    }

    /** A copy with other descriptions of the changed members. */
    public Reach shown(UnaryOperator<ChangedMember> as) {
        return new Reach(cases, members.stream().map(one -> one.shown(as)).toList(), unmeasured);
    }
}
