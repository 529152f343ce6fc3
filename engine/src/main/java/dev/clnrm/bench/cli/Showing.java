package dev.clnrm.bench.cli;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.render.Report;
import dev.clnrm.bench.render.RunView;
import dev.clnrm.bench.render.Style;
import dev.clnrm.bench.run.RunListener;
import dev.clnrm.bench.samples.ForkRecord;

final class Showing {
    private Showing() {}

    static void show(RunView view, OutputOptions output, Context context) {
        System.out.print(Report.of(output.format.format, Style.PLAIN).render(view));
        Interruption.written();
    }

    static RunListener progress(OutputOptions output, Context context) {
        return new RunListener() {
            @Override
            public void planned(Plan plan, int kept) {
                System.err.println("planned " + plan.forks() + " forks, longest " + plan.longestSeconds());
            }

            @Override
            public void forkStarted(CaseName name, int fork, int of) {}

            @Override
            public void iterationEnded(CaseName name, boolean counts, double value) {}

            @Override
            public void forkEnded(ForkRecord r) {
                System.err.println(r.name() + " " + r.fork() + " start " + r.startupSeconds() + " warm "
                        + r.warmup().size() + " " + r.outcome());
            }

            @Override
            public void noted(String text) {
                System.err.println(text);
            }
        };
    }
}
