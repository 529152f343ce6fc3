package dev.clnrm.bench.report.json;

import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What JSON says of the cases that failed. */
final class FailureJson {
    private FailureJson() {}

    static List<Fields> of(Judgement judgement) {
        return judgement.failed().stream().map(FailureJson::of).toList();
    }

    /** One entry for each side a case failed on, and one for each case that was not run. */
    static List<Fields> of(ChangeJudgement judgement) {
        List<FailedCase> ofHead = judgement.promises().failed();
        List<Fields> all = new ArrayList<>();
        for (CaseFailure failure : judgement.failures()) {
            failure.base().ifPresent(base -> all.add(of(failure, "base", base)));
            failure.head().ifPresent(head -> all.add(of(failure, "head", head)));
        }
        ofHead.stream().filter(failed -> failed.how().isEmpty()).forEach(failed -> all.add(of(failed)));
        return all;
    }

    private static Fields of(CaseFailure failure, String side, CaseFailure.OnSide on) {
        return of(new FailedCase(failure.name(), Optional.of(on.how()), on.failed(), on.of()))
                .with("side", side)
                .with("failed_on", failure.where());
    }

    private static Fields of(FailedCase failed) {
        Optional<Outcome.Failed> how = failed.how();
        return JsonParts.name(failed.name())
                .with("status", Words.of(failed))
                .with("failed", failed.failed())
                .with("of", failed.of())
                .with("cause", how.map(Outcome.Failed::cause))
                .with("message", how.map(Outcome.Failed::message))
                .with("last_lines", how.map(Outcome.Failed::lastLines).orElse(List.of()))
                .with("command", how.map(Outcome.Failed::command))
                .with("log", how.flatMap(Outcome.Failed::log))
                .with("side", Optional.empty())
                .with("failed_on", Optional.empty());
    }
}
