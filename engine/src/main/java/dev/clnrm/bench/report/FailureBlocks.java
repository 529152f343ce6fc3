package dev.clnrm.bench.report;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every case of which a fork failed, with what it said and how to repeat it; and those that were never run, together. */
final class FailureBlocks {
    /** The last lines of a fork that are shown here; all it printed is in the run's logs. */
    private static final int LINES = 8;

    /** The names that are listed of cases that were never run. */
    private static final int NAMES = 20;

    private FailureBlocks() {}

    static String render(RunView view, Style style) {
        Map<CaseName, List<BudgetVerdict>> unjudged = view.judgement().budgets().stream()
                .filter(budget -> budget.status() == Status.UNMEASURED)
                .collect(Collectors.groupingBy(BudgetVerdict::name));
        List<FailedCase> failed = view.judgement().failed();
        List<FailedCase> said = failed.stream().filter(f -> f.how().isPresent()).toList();
        StringBuilder out = new StringBuilder();
        for (FailedCase one : said.stream().limit(BudgetBlocks.MOST).toList()) {
            out.append(out.length() > 0 ? "\n" : "");
            one.how()
                    .ifPresent(how -> out.append(block(
                            one,
                            how,
                            unjudged.getOrDefault(one.name(), List.of()),
                            view.facts().folder(),
                            style)));
        }
        if (said.size() > BudgetBlocks.MOST) {
            out.append('\n').append(BudgetBlocks.more(said.size() - BudgetBlocks.MOST, StatusLabel.FAILED, style));
        }
        notRun(failed, style)
                .ifPresent(block -> out.append(out.length() > 0 ? "\n" : "").append(block));
        return out.toString();
    }

    /** The cases no fork was started of, together; absent where there are none. */
    static Optional<String> notRun(List<FailedCase> failed, Style style) {
        List<String> names = failed.stream()
                .filter(one -> one.how().isEmpty())
                .map(one -> Inert.name(one.name()))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block(style, StatusLabel.NOT_RUN, Counts.count(names.size(), "case"), "")
                        .fact("cases", Lists.some(names, NAMES))
                        .help("to run what is missing, run  clnrm-bench run --resume")
                        .render());
    }

    private static String block(
            FailedCase failed, Outcome.Failed how, List<BudgetVerdict> unjudged, Optional<String> folder, Style style) {
        String forks = Words.ofForks(failed.failed(), failed.of());
        Block block = new Block(
                style, StatusLabel.FAILED, Inert.name(failed.name()), failed.gated() ? forks : forks + ", not gated");
        block.fact("cause", Words.of(how.cause()));
        block.fact("message", Causes.message(how));
        Causes.log(how, folder).ifPresent(log -> block.file("log", log));
        for (BudgetVerdict verdict : unjudged) {
            block.fact(
                    "unmeasured",
                    BudgetText.limited(verdict) + " at most " + Amounts.limit(verdict.metric(), verdict.limit()),
                    verdict.rule());
        }
        lines(how, block, style);
        if (!how.command().isBlank()) {
            block.help("to repeat it, run  " + Inert.command(how.command()));
        }
        return block.render();
    }

    /** The last lines the fork printed. */
    static void lines(Outcome.Failed how, Block block, Style style) {
        List<String> lines = how.lastLines();
        lines.stream()
                .skip(Math.max(0, lines.size() - LINES))
                .forEach(line -> block.printed(Display.cut(Inert.printed(line), style.width() - 6)));
    }
}
