package dev.clnrm.bench.runs;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code run.json} says about a run.
 *
 * @param id the run's name, unique where runs are kept
 * @param state how far it came
 * @param started when it began
 * @param ended when it ended; absent while it runs, and when it was killed
 * @param sections what was measured, where and with what: maps, lists, texts, numbers and truth values by name. Records given are maps
 *     when read back, numbers that are not finite are texts
 */
public record RunInfo(String id, State state, Instant started, Optional<Instant> ended, Map<String, Object> sections) {
    public RunInfo {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    RunInfo with(State state, Optional<Instant> ended) {
        return new RunInfo(id, state, started, ended, sections);
    }

    RunInfo with(String section, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(sections);
        all.put(section, value);
        return new RunInfo(id, state, started, ended, all);
    }

    /** How far a run came. */
    public enum State {
        /** It goes on, or was killed: then nothing holds its lock. */
        RUNNING,
        /** Every fork of the plan was tried. */
        FINISHED,
        /** It was stopped before its end. */
        INTERRUPTED
    }
}
