package dev.clnrm.bench.app;

import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.runs.CaseFacts;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.LaidOver;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.RunRequest;
import dev.clnrm.bench.samples.MemoryUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The manifest of a run merged from parts.
 *
 * @param parts the manifests of the parts, in the order of their numbers
 */
record MergedManifest(List<RunManifest> parts) {
    RunManifest begin() {
        Instant started = parts.stream()
                .map(RunManifest::started)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return RunManifest.begin(started, request(), code(), parts.get(0).machine(), cases(), declared());
    }

    /** The manifest at the end. Its state is that of the part that ended worst, its end the latest of all parts. */
    RunManifest ended(RunManifest begun) {
        boolean all = parts.stream().allMatch(RunManifest::finished);
        Instant last = parts.stream()
                .flatMap(part -> part.ended().stream())
                .max(Comparator.naturalOrder())
                .orElse(begun.started());
        return begun.ended(all ? RunManifest.State.FINISHED : RunManifest.State.INTERRUPTED, end(), last);
    }

    private RunEnd end() {
        return new RunEnd(
                parts.stream().flatMap(part -> part.end().end().stream()).max(Comparator.naturalOrder()),
                dealt(part -> part.end().replaced()),
                parts.stream().map(RunManifest::id).toList(),
                parts.stream()
                        .flatMap(part -> part.end().explanations().stream())
                        .map(Explanation::withoutGraph)
                        .toList(),
                parts.stream().flatMap(part -> part.end().memory().stream()).reduce(MemoryUse::then));
    }

    private RunRequest request() {
        RunRequest first = parts.get(0).request();
        return new RunRequest(
                first.command(),
                first.arguments(),
                first.file(),
                first.seed(),
                first.digest(),
                Optional.empty(),
                first.goal());
    }

    private MeasuredCode code() {
        MeasuredCode first = parts.get(0).code();
        Optional<CheckedOut> same = first.checkedOut().filter(one -> parts.stream()
                .allMatch(part -> part.code().checkedOut().equals(Optional.of(one))));
        return new MeasuredCode(first.sides(), same, first.reach());
    }

    private PlannedCases cases() {
        PlannedCases first = parts.get(0).cases();
        return new PlannedCases(
                dealt(part -> placed(part, part.cases().cases())),
                dealt(part -> placed(part, part.cases().baseCases())),
                first.vanished(),
                dealt(part -> part.cases().sameCode()),
                dealt(part -> part.cases().skipped()),
                parts.stream()
                        .flatMap(part -> part.cases().mostForks().stream())
                        .max(Comparator.naturalOrder()),
                LaidOver.joined(parts.stream()
                        .flatMap(part -> part.cases().overlay().stream())
                        .toList()));
    }

    /** Each case with the machine that measured it. */
    private static List<CaseFacts> placed(RunManifest part, List<CaseFacts> cases) {
        return cases.stream().map(one -> one.on(part.machine())).toList();
    }

    private Optional<DeclaredRules> declared() {
        return parts.get(0).declared().map(first -> {
            Set<String> left = new LinkedHashSet<>(first.left());
            parts.forEach(part -> left.retainAll(part.rules().left()));
            return new DeclaredRules(
                    dealt(part -> part.rules().cases()), left, first.budgets(), first.laws(), first.confidence());
        });
    }

    /** Joins the lists of the parts. Cases are dealt to parts one by one, so the first elements of all parts come before the second ones. */
    private <T> List<T> dealt(Function<RunManifest, List<T>> list) {
        List<List<T>> lists = parts.stream().map(list).toList();
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        List<T> all = new ArrayList<>();
        for (int i = 0; i < longest; i++) {
            for (List<T> part : lists) {
                if (i < part.size()) {
                    all.add(part.get(i));
                }
            }
        }
        return all;
    }
}
