package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.Sameness;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change of the code reaches.
 *
 * @param cases every case of the head
 * @param members what changed, the largest first
 */
public record Reach(List<CaseReach> cases, List<ReachedMember> members) {
    public Reach {
        cases = List.copyOf(cases);
        members = List.copyOf(members);
    }

    /** What differs between two plans. */
    public static Reach between(Plan base, Plan head) {
        return new ReachFinder(base).of(head);
    }

    /** By case how much of its code is the same on both sides. */
    public Map<CaseName, Sameness> sameness() {
        return cases.stream().collect(Collectors.toMap(CaseReach::name, CaseReach::sameness));
    }

    /** The cases that the change can reach. */
    public List<CaseReach> affected() {
        return cases.stream().filter(CaseReach::affected).toList();
    }

    /** What changed and is reached; first what the code of a case leads to. */
    public Stream<ReachedMember> reached() {
        return members.stream().filter(ReachedMember::reached).sorted(Comparator.comparing(one -> one.cases()
                .isEmpty()));
    }

    /** What changed, is there on the head and is reached by no case: methods whose source the project has beside its tests. */
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

    /** How much changed that no case reaches and that is not among those: fields, tests, libraries, code that a tool wrote. */
    public long others() {
        return members.stream().filter(one -> !one.reached()).count()
                - unreached().size();
    }

    /** In short what no case reaches. */
    public ReachSummary summary() {
        return ReachSummary.of(this);
    }

    /** The same with what changed as somebody else calls it. */
    public Reach shown(UnaryOperator<ChangedMember> as) {
        return new Reach(cases, members.stream().map(one -> one.shown(as)).toList());
    }
}
