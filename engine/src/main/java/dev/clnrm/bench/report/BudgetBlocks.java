package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every budget that is not simply kept, with what decided it and how to see it again; the worst first. */
final class BudgetBlocks {
    /** More blocks of one kind are no longer read one by one; all are in the table. */
    static final int MOST = 25;

    /** The fewest forks whose spread can be judged. */
    private static final int FEWEST_FORKS =
            Defaults.NORMAL.forks().orElseThrow().min();

    private BudgetBlocks() {}

    static String render(RunView view, Style style) {
        Set<CaseName> failed =
                view.judgement().failed().stream().map(FailedCase::name).collect(Collectors.toSet());
        StringBuilder out = new StringBuilder();
        for (Status status : Status.values()) {
            if (status == Status.PASS) {
                continue;
            }
            List<BudgetVerdict> some = view.judgement().budgets().stream()
                    .filter(verdict -> verdict.status() == status)
                    .filter(verdict -> status != Status.UNMEASURED || !failed.contains(verdict.name()))
                    .sorted(Comparator.comparing(BudgetVerdict::critical).reversed())
                    .toList();
            some.stream().limit(MOST).forEach(verdict -> {
                out.append(out.length() > 0 ? "\n" : "");
                out.append(block(verdict, !view.judgement().settings().ungated().contains(verdict.name()), style));
            });
            if (some.size() > MOST) {
                out.append('\n').append(more(some.size() - MOST, StatusLabel.of(status), style));
            }
        }
        return out.toString();
    }

    /** A line for what is not shown one by one. */
    static String more(int count, StatusLabel sign, Style style) {
        return style.palette().paint(sign.role(), sign.symbol() + " … and " + count + " more " + sign.word())
                + ": all are in the table above, and in full with --format json\n";
    }

    private static String block(BudgetVerdict verdict, boolean gated, Style style) {
        StatusLabel sign = StatusLabel.of(verdict.status());
        String tag = verdict.critical() ? "critical" : gated ? "" : "not gated";
        Block block = new Block(style, sign, Inert.name(verdict.name()) + "  " + BudgetText.limited(verdict), tag);
        if (verdict.measured().value().isPresent()) {
            block.fact("measured", measured(verdict));
        }
        block.fact("budget", budget(verdict), verdict.rule());
        verdict.because().ifPresent(because -> block.fact("because", Inert.sentence(because)));
        if (verdict.critical() && !gated) {
            block.note("does not affect the exit status");
        }
        verdict.reason().ifPresent(reason -> block.note(Inert.sentence(reason)));
        if (verdict.status() == Status.INCONCLUSIVE
                && verdict.measured().interval().isPresent()) {
            block.note(deciding(verdict.forksToDecide(), verdict.measured().forks()));
        }
        return block.help("to see it again, run  " + again(verdict)).render();
    }

    private static String measured(BudgetVerdict verdict) {
        double value = verdict.measured().value().orElse(Double.NaN);
        Optional<Interval> interval = verdict.measured().interval();
        String range = interval.map(i -> Percents.level(i.confidence()) + " interval "
                        + Amounts.range(verdict.metric(), i, verdict.limit()) + "   ")
                .orElse("");
        return Amounts.against(verdict.metric(), value, interval, verdict.limit()) + "/op   " + range
                + Counts.count(verdict.measured().forks(), "fork");
    }

    private static String budget(BudgetVerdict verdict) {
        String text = Amounts.limit(verdict.metric(), verdict.limit());
        String critical = verdict.criticalLimit()
                .map(limit -> "   critical " + Amounts.limit(verdict.metric(), limit))
                .orElse("");
        String headroom = verdict.headroom()
                .map(share -> share < 0 && verdict.status() == Status.FAIL
                        ? "   over by " + Percents.percent(-share)
                        : "   headroom " + Percents.headroom(share))
                .orElse("");
        return text + critical + headroom;
    }

    /** What would decide it. */
    static String deciding(Optional<Integer> forks, int run) {
        return forks.map(needed -> "at this spread about " + needed + " forks would decide it (" + run
                        + (run == 1 ? " was run)" : " were run)"))
                .orElse("it is so close to the limit that more forks would not decide it");
    }

    private static String again(BudgetVerdict verdict) {
        Optional<Integer> forks = verdict.measured().forks() == 1 ? Optional.of(FEWEST_FORKS) : verdict.forksToDecide();
        return CommandText.again(List.of(verdict.name()), forks);
    }
}
