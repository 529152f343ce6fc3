package dev.clnrm.bench.report.table;

import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.stats.Interval;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A block for every budget that does not pass, with the deciding facts and the command that repeats it; the worst first. */
final class BudgetBlocks {
    /** The fewest forks whose spread can be judged. */
    private static final int FEWEST_FORKS =
            Defaults.NORMAL.forks().orElseThrow().min();

    private BudgetBlocks() {}

    static String render(HeadJudgement judgement, Style style) {
        Set<CaseName> failed = judgement.failed().stream().map(FailedCase::name).collect(Collectors.toSet());
        return Block.joined(Arrays.stream(Status.values())
                .filter(status -> status != Status.PASS)
                .flatMap(status -> {
                    List<BudgetVerdict> some = judgement.budgets().stream()
                            .filter(verdict -> verdict.status() == status)
                            .filter(verdict -> status != Status.UNMEASURED || !failed.contains(verdict.name()))
                            .sorted(Comparator.comparing(BudgetVerdict::critical)
                                    .reversed())
                            .toList();
                    return Block.some(some, Block.MOST, StatusLabel.of(status), BudgetBlocks::block, style);
                }));
    }

    private static Block block(BudgetVerdict verdict) {
        Block block = new Block(
                StatusLabel.of(verdict.status()),
                Inert.name(verdict.name()) + "  " + BudgetText.limited(verdict),
                verdict.critical() ? "critical" : "");
        verdict.measured().value().ifPresent(value -> block.fact("measured", measured(verdict, value)));
        block.fact("budget", budget(verdict), verdict.rule()).because(verdict.because());
        verdict.reason().ifPresent(reason -> block.note(Inert.sentence(reason)));
        BudgetText.deciding(verdict).ifPresent(block::note);
        Optional<Integer> forks = verdict.measured().forks() == 1 ? Optional.of(FEWEST_FORKS) : verdict.forksToDecide();
        return block.help("to repeat it, run  " + CommandText.again(List.of(verdict.name()), forks));
    }

    private static String measured(BudgetVerdict verdict, double value) {
        Optional<Interval> interval = verdict.measured().interval();
        String range = interval.map(i -> Percents.level(i.confidence()) + " interval "
                        + Amounts.range(verdict.metric(), i, verdict.limit()) + "   ")
                .orElse("");
        return Amounts.against(verdict.metric(), value, interval, verdict.limit()) + "/op   " + range
                + Counts.count(verdict.measured().forks(), "fork");
    }

    private static String budget(BudgetVerdict verdict) {
        String critical = verdict.criticalLimit()
                .map(limit -> "   critical " + Amounts.limit(verdict.metric(), limit))
                .orElse("");
        return Amounts.limit(verdict.metric(), verdict.limit())
                + critical
                + BudgetText.room(verdict).map(room -> "   " + room).orElse("");
    }
}
