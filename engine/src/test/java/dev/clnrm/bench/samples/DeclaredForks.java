package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forks with fixed timings, so that every later stage is tested exactly and without waiting. */
public final class DeclaredForks {
    private static final Instant STARTED = Instant.parse("2026-01-31T12:00:00Z");

    private final CaseName name;
    private final List<JournalEntry> records = new ArrayList<>();
    private String side = JournalEntry.HEAD;
    private Mode mode = Mode.AVERAGE;
    private int threads = 1;
    private double iterationSeconds = 0.1;
    private Map<String, String> units = Map.of();

    private DeclaredForks(CaseName name) {
        this.name = name;
    }

    /** Forks of {@code suite/benchmark}, with parameters as {@code "steps=10"}. */
    public static DeclaredForks of(String qualified, String... params) {
        return new DeclaredForks(name(qualified, params));
    }

    /** The name of a case. */
    public static CaseName name(String qualified, String... params) {
        int slash = qualified.indexOf('/');
        Map<String, String> values = new LinkedHashMap<>();
        for (String param : params) {
            int equals = param.indexOf('=');
            values.put(param.substring(0, equals), param.substring(equals + 1));
        }
        return new CaseName(qualified.substring(0, slash), qualified.substring(slash + 1), values);
    }

    public DeclaredForks side(String value) {
        side = value;
        return this;
    }

    public DeclaredForks mode(Mode value) {
        mode = value;
        return this;
    }

    public DeclaredForks threads(int value) {
        threads = value;
        return this;
    }

    /** Sets the length of the iterations of all following forks. */
    public DeclaredForks iterations(double seconds) {
        iterationSeconds = seconds;
        return this;
    }

    /** A fork whose iterations have these {@code values}. */
    public DeclaredForks fork(double... values) {
        return add(Values.of(values), List.of(), Map.of(), true, new Outcome.Finished());
    }

    /** One fork for each of {@code means}; all of its iterations have this value. */
    public DeclaredForks means(double... means) {
        Arrays.stream(means).forEach(mean -> fork(mean, mean, mean, mean, mean));
        return this;
    }

    /** One fork for each of {@code bytes}, with 1 µs and this many bytes per operation. */
    public DeclaredForks allocating(double... bytes) {
        for (double amount : bytes) {
            Map<String, Values> secondary = Map.of(ForkSamples.ALLOCATION, Values.of(amount, amount));
            add(Values.of(1e-6, 1e-6), List.of(), secondary, true, new Outcome.Finished());
        }
        return this;
    }

    /** A fork whose iterations have these times and bytes per operation. */
    public DeclaredForks allocating(Values seconds, Values bytes) {
        return add(seconds, List.of(), Map.of(ForkSamples.ALLOCATION, bytes), true, new Outcome.Finished());
    }

    /** A fork in sample mode of one iteration. */
    public DeclaredForks sampled(Histogram histogram) {
        mode = Mode.SAMPLE;
        return add(Values.of(histogram.mean()), List.of(histogram), Map.of(), true, new Outcome.Finished());
    }

    /** The same with secondary metrics. */
    public DeclaredForks sampled(Histogram histogram, Map<String, Values> secondary, Map<String, String> written) {
        mode = Mode.SAMPLE;
        units = written;
        return add(Values.of(histogram.mean()), List.of(histogram), secondary, true, new Outcome.Finished());
    }

    /** A fork with secondary metrics in these units. */
    public DeclaredForks beside(Values values, Map<String, Values> secondary, Map<String, String> written) {
        units = written;
        return add(values, List.of(), secondary, true, new Outcome.Finished());
    }

    /** A fork that was not steady at the end of its longest warm-up. */
    public DeclaredForks unsteady(double... values) {
        return add(Values.of(values), List.of(), Map.of(), false, new Outcome.Finished());
    }

    /** A fork that failed. */
    public DeclaredForks failed(Outcome.Cause cause, String message) {
        Outcome failed = new Outcome.Failed(cause, message, List.of("the last line"), "clnrm-bench run --only " + name);
        return add(Values.NONE, List.of(), Map.of(), false, failed);
    }

    private DeclaredForks add(
            Values values, List<Histogram> histograms, Map<String, Values> secondary, boolean steady, Outcome outcome) {
        int fork = records.size();
        records.add(new JournalEntry(
                name,
                side,
                fork,
                fork,
                STARTED.plusSeconds(fork),
                0.25,
                1,
                new ForkSamples(
                        mode,
                        threads,
                        mode == Mode.SINGLE_SHOT ? 0 : iterationSeconds,
                        Values.NONE,
                        steady,
                        values,
                        histograms,
                        secondary,
                        units),
                outcome,
                Optional.empty()));
        return this;
    }

    public List<JournalEntry> records() {
        return List.copyOf(records);
    }

    public CaseSamples samples() {
        return new CaseSamples(name, side, mode, records);
    }
}
