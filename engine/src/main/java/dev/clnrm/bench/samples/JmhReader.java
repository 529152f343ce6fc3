package dev.clnrm.bench.samples;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads JMH's result array. */
final class JmhReader {
    private static final Outcome FINISHED = new Outcome.Finished();

    private final JsonParser parser;
    private final Predicate<String> wanted;
    private final Map<CaseKey, Integer> forksSeen = new HashMap<>();
    private JmhResult.Vm lastVm = JmhResult.Vm.UNKNOWN;
    private int order;

    /** @param wanted selects secondary metrics by their names without prefix */
    JmhReader(JsonParser parser, Predicate<String> wanted) {
        this.parser = parser;
        this.wanted = wanted;
    }

    /** Reads the element at the parser. */
    @FunctionalInterface
    private interface Element<T> {
        T read() throws IOException;
    }

    /** Reads the value of a field at the parser. */
    @FunctionalInterface
    private interface Field {
        void read(String name) throws IOException;
    }

    List<JmhResult> read() throws IOException {
        parser.nextToken();
        List<JmhResult> results = list("JMH's array of results", this::readResult);
        if (parser.nextToken() != null) {
            throw SampleModule.fault(parser, "expected nothing after JMH's array of results");
        }
        return results;
    }

    private JmhResult readResult() throws IOException {
        Draft draft = new Draft();
        fields("a result, which is an object", field -> {
            switch (field) {
                case "benchmark" -> draft.benchmark = text();
                case "mode" -> draft.mode = text();
                case "threads" -> draft.threads = integer();
                case "forks" -> draft.forks = integer();
                case "jmhVersion", "jvm", "jdkVersion", "vmName", "vmVersion" -> draft.vm.put(field, text());
                case "jvmArgs" -> draft.jvmArgs = list("an array of texts", this::text);
                case "warmupIterations" -> draft.warmupIterations = integer();
                case "warmupTime" -> draft.warmupSeconds = seconds();
                case "warmupBatchSize" -> draft.warmupBatch = integer();
                case "measurementIterations" -> draft.iterations = integer();
                case "measurementTime" -> draft.seconds = seconds();
                case "measurementBatchSize" -> draft.batch = integer();
                case "params" -> fields("an object", name -> draft.params.put(name, scalar()));
                case "primaryMetric" -> draft.primary = readMetric();
                case "secondaryMetrics" -> fields("metrics by name", name -> readSecondary(draft, withoutPrefix(name)));
                default -> parser.skipChildren();
            }
        });
        return result(draft);
    }

    private void readSecondary(Draft draft, String name) throws IOException {
        if (wanted.test(name)) {
            draft.secondary.put(name, readMetric());
        } else {
            parser.skipChildren();
        }
    }

    /**
     * The name without its prefix. Up to version 1.36, JMH puts a middle dot before the names of profilers' metrics, in the
     * encoding of its machine.
     */
    private static String withoutPrefix(String name) {
        int start = 0;
        while (start < name.length() && !(name.charAt(start) < 0x80 && Character.isLetterOrDigit(name.charAt(start)))) {
            start++;
        }
        return start == name.length() ? name : name.substring(start);
    }

    private double seconds() throws IOException {
        String text = text();
        Optional<Double> seconds = JmhUnit.seconds(text);
        if (seconds.isEmpty()) {
            throw SampleModule.fault(
                    parser, "expected a length of time such as \"100 ms\", but this is \"" + text + "\"");
        }
        return seconds.get();
    }

    private Metric readMetric() throws IOException {
        Metric metric = new Metric();
        fields("a metric, which is an object", field -> {
            switch (field) {
                case "score" -> metric.score = SampleModule.number(parser);
                case "scoreUnit" -> metric.unit = text();
                case "rawData" -> metric.raw = list("values by fork", () -> SampleModule.numbers(parser));
                case "rawDataHistogram" ->
                    metric.histograms =
                            list("histograms by fork", () -> list("histograms by iteration", this::readHistogram));
                default -> parser.skipChildren();
            }
        });
        return metric;
    }

    /** Reads pairs of a time and its count, in the unit of the file. */
    private Histogram readHistogram() throws IOException {
        expect(JsonToken.START_ARRAY, "pairs of a time and a count");
        TreeMap<Double, Double> counts = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Values pair = SampleModule.numbers(parser);
            if (pair.size() != 2 || !(pair.get(1) >= 0)) {
                throw SampleModule.fault(parser, "expected a pair of a time and a count");
            }
            counts.merge(pair.get(0), pair.get(1), Double::sum);
        }
        return Histogram.of(counts);
    }

    private JmhResult result(Draft draft) throws IOException {
        String benchmark = draft.benchmark;
        Metric primary = draft.primary;
        if (benchmark == null) {
            throw SampleModule.fault(parser, "a result lacks `benchmark`");
        }
        if (primary == null) {
            throw SampleModule.fault(parser, "the result of " + benchmark + " lacks `primaryMetric`");
        }
        Optional<JmhUnit> known = JmhUnit.of(primary.unit);
        if (known.isEmpty()) {
            throw SampleModule.fault(
                    parser,
                    "the result of " + benchmark + " has the unit `" + primary.unit
                            + "`, which is neither a time per operation nor operations per time");
        }
        JmhUnit unit = known.get();
        Mode mode = mode(draft, unit);
        CaseName name = JmhJson.caseName(benchmark, draft.params);
        int threads = Math.max(1, draft.threads);

        List<List<Histogram>> histograms = new ArrayList<>();
        List<Values> values = new ArrayList<>();
        if (!primary.histograms.isEmpty()) {
            for (List<Histogram> fork : primary.histograms) {
                List<Histogram> converted = fork.stream()
                        .map(histogram -> new Histogram(convert(histogram.seconds(), unit), histogram.counts()))
                        .toList();
                histograms.add(converted);
                values.add(Values.of(converted.stream().mapToDouble(Histogram::mean)));
            }
        } else if (!primary.raw.isEmpty()) {
            for (Values fork : primary.raw) {
                values.add(turned(convert(fork, unit), mode, unit, threads));
            }
        } else {
            // JMH can omit raw data; its score then counts as one value of one fork.
            values.add(turned(convert(Values.of(primary.score), unit), mode, unit, threads));
        }

        Map<String, String> units = new HashMap<>();
        draft.secondary.forEach((metric, read) -> units.put(metric, read.unit));
        int first = forksSeen.merge(new CaseKey(name, mode), values.size(), Integer::sum) - values.size();
        List<JournalEntry> forks = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ForkSamples samples = new ForkSamples(
                    mode,
                    threads,
                    draft.seconds,
                    Values.NONE,
                    true,
                    values.get(i),
                    histograms.isEmpty() ? List.of() : histograms.get(i),
                    secondary(draft, i),
                    units);
            forks.add(new JournalEntry(
                    name,
                    JournalEntry.HEAD,
                    first + i,
                    order++,
                    Instant.EPOCH,
                    0,
                    1,
                    samples,
                    FINISHED,
                    Optional.empty()));
        }
        JmhResult.Vm vm = draft.vm();
        lastVm = vm.equals(lastVm) ? lastVm : vm;
        return new JmhResult(
                benchmark,
                new CaseSamples(name, JournalEntry.HEAD, mode, forks),
                draft.forks < 0 ? forks.size() : draft.forks,
                lastVm,
                new JmhResult.Phase(draft.warmupIterations, draft.warmupSeconds, draft.warmupBatch),
                new JmhResult.Phase(draft.iterations, draft.seconds, draft.batch));
    }

    private Mode mode(Draft draft, JmhUnit unit) throws IOException {
        if (draft.mode == null) {
            return unit.rate() ? Mode.THROUGHPUT : Mode.AVERAGE;
        }
        Optional<Mode> mode = Mode.ofJmhName(draft.mode);
        if (mode.isEmpty()) {
            throw SampleModule.fault(
                    parser, "the result of " + draft.benchmark + " has the unknown mode `" + draft.mode + "`");
        }
        return mode.get();
    }

    private static Values convert(Values values, JmhUnit unit) {
        return unit.isBase() ? values : values.mapped(unit::toBase);
    }

    /** Converts values if mode and unit disagree: the unit defines the given numbers, and the mode defines the result. */
    private static Values turned(Values values, Mode mode, JmhUnit unit, int threads) {
        boolean rate = mode == Mode.THROUGHPUT;
        return rate == unit.rate() ? values : values.mapped(value -> threads / value);
    }

    private static Map<String, Values> secondary(Draft draft, int fork) {
        Map<String, Values> metrics = new LinkedHashMap<>();
        draft.secondary.forEach((name, metric) -> {
            if (fork < metric.raw.size() && !metric.raw.get(fork).isEmpty()) {
                metrics.put(name, metric.raw.get(fork));
            } else if (metric.raw.isEmpty() && fork == 0) {
                metrics.put(name, Values.of(metric.score));
            }
        });
        return metrics;
    }

    private void expect(JsonToken token, String what) throws IOException {
        if (parser.currentToken() != token) {
            throw SampleModule.fault(parser, "expected " + what);
        }
    }

    private String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return parser.getText();
    }

    private int integer() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        return parser.getIntValue();
    }

    private <T> List<T> list(String what, Element<T> element) throws IOException {
        expect(JsonToken.START_ARRAY, what);
        List<T> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(element.read());
        }
        return list;
    }

    /** Reads an object. A field without a value counts as absent. */
    private void fields(String what, Field field) throws IOException {
        expect(JsonToken.START_OBJECT, what);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                field.read(name);
            }
        }
    }

    /** Reads a text; numbers and booleans count as their text. */
    private String scalar() throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            throw SampleModule.fault(parser, "expected a text");
        }
        return parser.getText();
    }

    /** A metric as in the file. */
    private static final class Metric {
        double score = Double.NaN;
        String unit = "";
        List<Values> raw = List.of();
        List<List<Histogram>> histograms = List.of();
    }

    /** A result as in the file, with fields in any order. */
    private static final class Draft {
        @Nullable String benchmark;

        @Nullable String mode;

        @Nullable Metric primary;

        int threads = 1;
        int forks = -1;
        List<String> jvmArgs = List.of();
        int warmupIterations;
        double warmupSeconds;
        int warmupBatch = 1;
        int iterations;
        double seconds;
        int batch = 1;
        final Map<String, String> params = new LinkedHashMap<>();
        final Map<String, String> vm = new HashMap<>();
        final Map<String, Metric> secondary = new LinkedHashMap<>();

        JmhResult.Vm vm() {
            return new JmhResult.Vm(
                    vm.getOrDefault("jmhVersion", ""),
                    vm.getOrDefault("jvm", ""),
                    jvmArgs,
                    vm.getOrDefault("jdkVersion", ""),
                    vm.getOrDefault("vmName", ""),
                    vm.getOrDefault("vmVersion", ""));
        }
    }
}
