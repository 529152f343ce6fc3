package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.html.Dashboard;
import dev.clnrm.bench.report.html.Overview;
import dev.clnrm.bench.store.Held;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sites of runs that were kept. */
public final class Dashboards {
    private Dashboards() {}

    /**
     * Writes a site of the finished runs of a store, if there is one.
     *
     * @param budgets the file of budgets as it is called
     * @param text what it says; empty if there is none
     * @return whether there was a run
     */
    public static boolean write(RunStore runs, String budgets, Optional<String> text, Path out)
            throws DeclarationException {
        PastRuns past = PastRuns.in(runs);
        if (past.runs().isEmpty()) {
            return false;
        }
        write(past, new BudgetsOfBase(budgets, text, text).judging(), Map.of(), out);
        return true;
    }

    /**
     * Writes a site.
     *
     * @param runs at least one
     * @param budgets tolerances, and what the newest run is held to beside what its code declared
     * @param places the place of each commit, parents first; without it ratios are in the order of time
     * @param out the folder
     */
    public static void write(PastRuns runs, BudgetsFile budgets, Map<String, Integer> places, Path out)
            throws DeclarationException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Set<CaseName> known = runs.names();
        History history =
                runs.history(name -> true, Rules.of(budgets, DeclaredRules.NONE, known, known, today), places);
        Overview overview = new Overview(history, newest(runs, budgets, today));
        new Site(out).write(Dashboard.files(overview));
    }

    private static HeadJudgement newest(PastRuns runs, BudgetsFile budgets, LocalDate today)
            throws DeclarationException {
        Held newest = runs.runs().get(runs.runs().size() - 1);
        return Judged.Terms.of(budgets, Strictness.USUAL)
                .judge(newest.whole().toJudge().alone(), today)
                .head();
    }
}
