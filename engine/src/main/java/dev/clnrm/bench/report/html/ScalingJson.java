package dev.clnrm.bench.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Relations;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.stats.Warning;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.judge.Settings;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How benchmarks grow with a parameter, to be drawn.
 *
 * @param json where to
 * @param rows all cases
 * @param laws what is promised of them
 * @param sampled what all cases of either side say about spread
 * @param settings how sure cases have to be
 */
record ScalingJson(JsonGenerator json, List<Row> rows, List<Law> laws, Sampled sampled, Settings settings) {
    /** Parameters that say how much is done at once, where no law says so. */
    private static final Set<String> CONCURRENCY =
            Set.of("threads", "tasks", "workers", "concurrency", "parallelism", "clients");

    void write(Family family) throws IOException {
        SortedMap<Double, CaseSamples> head = samples(family, true);
        json.writeStartObject();
        json.writeStringField("benchmark", Inert.name(family.benchmark()));
        json.writeStringField("parameter", Inert.name(family.parameter()));
        if (!family.others().isEmpty()) {
            json.writeStringField(
                    "others",
                    Inert.name(String.join(
                            ", ",
                            family.others().entrySet().stream()
                                    .map(e -> e.getKey() + "=" + e.getValue())
                                    .toList())));
        }
        json.writeArrayFieldStart("rows");
        for (int row : family.rows().values()) {
            json.writeNumber(row);
        }
        json.writeEndArray();
        points("head", head, sampled.spreadOfHead());
        SortedMap<Double, CaseSamples> base = samples(family, false);
        if (base.size() == head.size()) {
            points("base", base, sampled.spreadOfBase());
            fit("baseFit", base, sampled.spreadOfBase());
        }
        fit("fit", head, sampled.spreadOfHead());
        for (Law law : laws) {
            if (law instanceof Law.Exponent exponent && ofThis(family, exponent.benchmark(), exponent.parameter())) {
                json.writeArrayFieldStart("promised");
                ScriptJson.drawn(json, exponent.low());
                ScriptJson.drawn(json, exponent.high());
                json.writeEndArray();
                break;
            }
        }
        efficiency(family, head);
        json.writeEndObject();
    }

    private SortedMap<Double, CaseSamples> samples(Family family, boolean ofHead) {
        SortedMap<Double, CaseSamples> samples = new TreeMap<>();
        family.rows()
                .forEach((x, row) ->
                        (ofHead ? rows.get(row).head() : rows.get(row).base()).ifPresent(one -> samples.put(x, one)));
        return samples;
    }

    private void points(String key, SortedMap<Double, CaseSamples> samples, Spreads side) throws IOException {
        json.writeArrayFieldStart(key);
        for (Map.Entry<Double, CaseSamples> point : samples.entrySet()) {
            point(
                    point.getKey(),
                    ForkLevel.time(
                            point.getValue(),
                            side,
                            settings.confidenceOf(point.getValue().name())));
        }
        json.writeEndArray();
    }

    private void point(double x, Estimate estimate) throws IOException {
        if (estimate.value().isPresent()) {
            json.writeStartArray();
            ScriptJson.drawn(json, x);
            ScriptJson.estimate(json, estimate.value().get(), estimate.interval());
            json.writeEndArray();
        }
    }

    /** The line t = a · x^b through the case means. */
    private void fit(String key, SortedMap<Double, CaseSamples> samples, Spreads side) throws IOException {
        Estimate exponent = Relations.exponent(samples, side, confidence(samples.values()));
        if (exponent.value().isEmpty()) {
            return;
        }
        double b = exponent.value().get();
        double sum = 0;
        for (Map.Entry<Double, CaseSamples> point : samples.entrySet()) {
            Optional<Double> time = ForkLevel.time(
                            point.getValue(),
                            side,
                            settings.confidenceOf(point.getValue().name()))
                    .value();
            if (time.isEmpty() || !(time.get() > 0)) {
                return;
            }
            sum += Math.log(time.get()) - b * Math.log(point.getKey());
        }
        json.writeObjectFieldStart(key);
        ScriptJson.drawn(json, "a", Optional.of(Math.exp(sum / samples.size())));
        ScriptJson.drawn(json, "b", Optional.of(b));
        LawText.Shown shown = LawText.measured(exponent, 1, "");
        json.writeStringField("text", shown.value());
        json.writeStringField("range", shown.range());
        ScriptJson.texts(
                json,
                "warnings",
                Facts.words(exponent.warnings().stream()
                        .filter(Warning.OffTheLine.class::isInstance)
                        .toList()));
        json.writeEndObject();
    }

    private void efficiency(Family family, SortedMap<Double, CaseSamples> head) throws IOException {
        CaseSamples one = head.get(1.0);
        Optional<Law.Efficiency> law = laws.stream()
                .filter(Law.Efficiency.class::isInstance)
                .map(Law.Efficiency.class::cast)
                .filter(candidate -> ofThis(family, candidate.benchmark(), candidate.parameter()))
                .findFirst();
        boolean concurrent =
                law.isPresent() || CONCURRENCY.contains(family.parameter().toLowerCase(Locale.ROOT));
        if (one == null || !concurrent) {
            return;
        }
        json.writeArrayFieldStart("efficiency");
        for (Map.Entry<Double, CaseSamples> point : head.entrySet()) {
            if (point.getKey() > 1) {
                point(
                        point.getKey(),
                        Relations.efficiency(
                                one,
                                point.getValue(),
                                point.getKey(),
                                sampled.spreadOfHead(),
                                confidence(List.of(one, point.getValue()))));
            } else if (point.getKey() == 1) {
                json.writeStartArray();
                json.writeNumber(1);
                ScriptJson.estimate(json, 1, Optional.empty());
                json.writeEndArray();
            }
        }
        json.writeEndArray();
        if (law.isPresent()) {
            json.writeArrayFieldStart("efficiencyAtLeast");
            ScriptJson.drawn(json, law.get().at());
            ScriptJson.drawn(json, law.get().atLeast());
            json.writeEndArray();
        }
    }

    /** As a law between them takes it: what the most demanding of them asks. */
    private double confidence(Collection<CaseSamples> cases) {
        return settings.confidenceOf(cases.stream().map(CaseSamples::name).toList());
    }

    private static boolean ofThis(Family family, String benchmark, String parameter) {
        int brace = benchmark.indexOf('{');
        String name = brace < 0 ? benchmark : benchmark.substring(0, brace);
        return name.strip().equals(family.benchmark()) && parameter.equals(family.parameter());
    }
}
