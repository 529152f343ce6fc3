package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;

/** Keeps what is noted and nothing else. */
record NoteKeeper(List<String> notes) implements RunListener {
    @Override
    public void planned(List<PlannedCase> cases, int forks, double seconds, int kept) {}

    @Override
    public void forkStarted(CaseName name, int fork, int of) {}

    @Override
    public void iterationEnded(CaseName name, boolean counts, double value) {}

    @Override
    public void forkEnded(JournalEntry result) {}

    @Override
    public void noted(String text) {
        notes.add(text);
    }
}
