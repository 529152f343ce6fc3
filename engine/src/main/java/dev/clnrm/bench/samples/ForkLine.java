package dev.clnrm.bench.samples;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code samples.ndjson}: the fields of a {@link JournalEntry} and of its samples in one JSON object. Unknown fields
 * are skipped; a change that readers must know about needs a new format.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder("format")
final class ForkLine {
    private static final int FORMAT = 1;

    private @Nullable Integer format;

    @JsonProperty("case")
    private @Nullable CaseName name;

    private @Nullable String side;
    private @Nullable Integer fork;
    private @Nullable Integer order;
    private @Nullable Instant started;
    private @Nullable Mode mode;
    private @Nullable Integer threads;
    private @Nullable Double startup;
    private @Nullable Double iteration;
    private @Nullable Values warmup;
    private @Nullable Boolean steady;
    private @Nullable Values values;
    private List<Histogram> histograms = List.of();
    private Map<String, Values> secondary = Map.of();
    private Map<String, String> units = Map.of();
    private @Nullable Integer company;
    private Optional<Disturbance> disturbance = Optional.empty();
    private Optional<Outcome.Failed> failed = Optional.empty();

    private ForkLine() {}

    static ForkLine of(JournalEntry entry) {
        ForkLine line = new ForkLine();
        ForkSamples samples = entry.samples();
        line.format = FORMAT;
        line.name = entry.name();
        line.side = entry.side();
        line.fork = entry.fork();
        line.order = entry.order();
        line.started = entry.started();
        line.mode = samples.mode();
        line.threads = samples.threads();
        line.startup = entry.startupSeconds();
        line.iteration = samples.iterationSeconds();
        line.warmup = samples.warmup();
        line.steady = samples.steady();
        line.values = samples.values();
        line.histograms = samples.histograms();
        line.secondary = samples.secondary();
        line.units = new TreeMap<>(samples.units());
        line.company = entry.company() == 1 ? null : entry.company();
        line.disturbance = entry.disturbance();
        line.failed = entry.outcome() instanceof Outcome.Failed one ? Optional.of(one) : Optional.empty();
        return line;
    }

    /** Rejects another format before its fields are read. */
    @JsonProperty
    void setFormat(int number) {
        if (number != FORMAT) {
            throw new IllegalArgumentException(
                    "forks of format " + number + " cannot be read by this version, which reads " + FORMAT);
        }
        format = number;
    }

    /** @throws IllegalArgumentException if something is missing */
    JournalEntry entry() {
        present(format, "format");
        CaseName ofCase = present(name, "case");
        String ofSide = present(side, "side");
        int number = present(fork, "fork");
        int place = present(order, "order");
        Instant start = present(started, "started");
        ForkSamples samples = new ForkSamples(
                present(mode, "mode"),
                present(threads, "threads"),
                present(iteration, "iteration"),
                present(warmup, "warmup"),
                present(steady, "steady"),
                present(values, "values"),
                histograms,
                secondary,
                units);
        return new JournalEntry(
                ofCase,
                ofSide,
                number,
                place,
                start,
                present(startup, "startup"),
                company == null ? 1 : company,
                samples,
                failed.<Outcome>map(one -> one).orElseGet(Outcome.Finished::new),
                disturbance);
    }

    private static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("lacks `" + field + "`");
        }
        return value;
    }
}
