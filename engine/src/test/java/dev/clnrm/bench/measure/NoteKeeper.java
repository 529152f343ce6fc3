package dev.clnrm.bench.measure;

import java.util.List;

/** Keeps what is noted and nothing else. */
record NoteKeeper(List<String> notes) implements RunListener {
    @Override
    public void noted(String text) {
        notes.add(text);
    }
}
