package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.html.Dashboard;
import dev.clnrm.bench.report.html.Overview;
import dev.clnrm.bench.store.Held;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Writes dashboard sites of stored runs. */
public final class Dashboards {
    private Dashboards() {}

    /**
     * Writes a site of the finished runs in a store, if there are any.
     *
     * @param budgets the name of the budgets file
     * @param text the text of the budgets file; empty if there is none
     * @param commits the order of commits; if it is unknown, runs are in the order of time
     * @return whether the store has a finished run
     */
    public static boolean write(RunStore runs, String budgets, Optional<String> text, CommitGraph commits, Path out)
            throws DeclarationException {
        PastRuns past = PastRuns.in(runs);
        if (past.runs().isEmpty()) {
            return false;
        }
        write(past, new BudgetsOfBase(budgets, text, text).judging(), commits, out);
        return true;
    }

    /**
     * Writes a site of some runs.
     *
     * @param runs the runs, at least one
     * @param budgets the tolerances, and further rules for the newest run beside those in its code
     * @param commits the order of commits; if it is unknown, runs are in the order of time
     * @param out the folder to write to
     */
    public static void write(PastRuns runs, BudgetsFile budgets, CommitGraph commits, Path out)
            throws DeclarationException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Set<CaseName> known = runs.names();
        History history =
                runs.history(name -> true, Rules.of(budgets, DeclaredRules.NONE, known, known, today), commits);
        PastRun run = history.newest(commits::onBranch);
        Overview overview = new Overview(history, run, newest(runs.called(run.id()), budgets, today));
        new Site(out).write(Dashboard.files(overview));
    }

    private static HeadJudgement newest(Held newest, BudgetsFile budgets, LocalDate today) throws DeclarationException {
        return Judged.Terms.of(budgets, Strictness.USUAL)
                .judge(newest.whole().toJudge().alone(), today)
                .head();
    }
}
