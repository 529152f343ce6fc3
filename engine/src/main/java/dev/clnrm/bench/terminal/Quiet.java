package dev.clnrm.bench.terminal;

import dev.clnrm.bench.model.CaseName;
import java.util.OptionalDouble;

/** Nothing is shown. */
enum Quiet implements Progress {
    PROGRESS;

    @Override
    public void planned(int cases, int forks, int kept, double seconds) {}

    @Override
    public void forkStarted(CaseName name, int fork, int of) {}

    @Override
    public void iteration(CaseName name, boolean counts, double secondsPerOperation) {}

    @Override
    public void forkEnded(CaseName name, int fork, int of, OptionalDouble secondsPerOperation) {}

    @Override
    public void forkFailed(CaseName name, int fork, int of, String why) {}

    @Override
    public void note(String text) {}

    @Override
    public void done() {}
}
