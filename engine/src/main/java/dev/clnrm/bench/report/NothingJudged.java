package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import java.util.Optional;

/** The reason why no case of a comparison was judged, and what to do. */
final class NothingJudged {
    /** The fewest forks whose spread can be judged. */
    private static final int FORKS = 3;

    private NothingJudged() {}

    static String reason(Report view) {
        if (view.compared().result() == ChangeJudgement.Result.NEW) {
            return "every case is new: nothing to compare yet";
        }
        if (!view.compared().matched()) {
            return "the two sides have no case in common; measure the same benchmarks on both";
        }
        Optional<ChangeVerdict> unlike =
                view.found(Finding.INCOMPARABLE).stream().findFirst();
        if (unlike.isPresent()) {
            return Report.forbidding(unlike.get().caveats()).stream()
                            .map(one -> one.difference().aspect().differs())
                            .findFirst()
                            .orElse("the two sides were measured differently")
                    + "; measure both sides alike";
        }
        return view.compared().verdicts().stream().anyMatch(ChangeText::oneFork)
                ? "one fork per side proves nothing; measure at least " + FORKS + " forks per side (`-f " + FORKS
                        + "` of JMH)"
                : "no case has an interval on both sides; each case gives the reason";
    }
}
