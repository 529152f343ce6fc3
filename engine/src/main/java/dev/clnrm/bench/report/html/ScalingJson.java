package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Relations;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The data of the scaling charts: benchmarks by the value of a parameter. */
record ScalingJson(Page page) {
    /** The parameters that mean concurrency, even if no law names them. */
    private static final Set<String> CONCURRENCY =
            Set.of("threads", "tasks", "workers", "concurrency", "parallelism", "clients");

    Fields of(Family family) {
        Spreads ofHead = page.sampled().spreadOfHead();
        Spreads ofBase = page.sampled().spreadOfBase();
        SortedMap<Double, CaseSamples> head = samples(family, PageCase::head);
        SortedMap<Double, CaseSamples> base = samples(family, PageCase::base);
        Optional<Law.Exponent> asked = laws(Law.Exponent.class)
                .filter(law -> family.isOf(law.benchmark(), law.parameter()))
                .findFirst();
        Fields fields = new Fields()
                .with("benchmark", Inert.name(family.benchmark()))
                .with("parameter", Inert.name(family.parameter()))
                .with("others", Inert.name(Words.params(family.others(), ", ")))
                .with("rows", family.rows().values())
                .with("head", times(head, ofHead))
                .maybe("fit", fit(head, ofHead))
                .maybe("promised", asked.map(law -> List.of(law.low(), law.high())));
        if (base.size() == head.size()) {
            fields.with("base", times(base, ofBase)).maybe("baseFit", fit(base, ofBase));
        }
        return fields.and(efficiency(family, head));
    }

    private SortedMap<Double, CaseSamples> samples(Family family, Function<PageCase, Optional<CaseSamples>> side) {
        SortedMap<Double, CaseSamples> samples = new TreeMap<>();
        family.rows().forEach((x, row) -> side.apply(page.cases().get(row)).ifPresent(one -> samples.put(x, one)));
        return samples;
    }

    private List<List<Object>> times(SortedMap<Double, CaseSamples> samples, Spreads side) {
        List<List<Object>> points = new ArrayList<>();
        samples.forEach((x, one) -> point(x, time(one, side)).ifPresent(points::add));
        return points;
    }

    private Estimate time(CaseSamples samples, Spreads side) {
        return ForkLevel.time(samples, side, confidence(List.of(samples)));
    }

    private static Optional<List<Object>> point(double x, Estimate estimate) {
        return estimate.value().map(value -> List.of(x, PageParts.numbers(estimate)));
    }

    /** The line t = a · x^b through the case means. */
    private Optional<Fields> fit(SortedMap<Double, CaseSamples> samples, Spreads side) {
        Estimate exponent = Relations.exponent(samples, side, confidence(samples.values()));
        if (exponent.value().isEmpty()) {
            return Optional.empty();
        }
        double b = exponent.value().get();
        double sum = 0;
        for (Map.Entry<Double, CaseSamples> point : samples.entrySet()) {
            double time = time(point.getValue(), side).value().orElse(0.0);
            if (!(time > 0)) {
                return Optional.empty();
            }
            sum += Math.log(time) - b * Math.log(point.getKey());
        }
        LawText.Shown shown = LawText.measured(exponent, 1, "");
        List<String> warnings = exponent.warnings().stream()
                .filter(Warning.OffTheLine.class::isInstance)
                .map(Words::of)
                .toList();
        return Optional.of(new Fields()
                .with("a", Math.exp(sum / samples.size()))
                .with("b", b)
                .with("text", shown.value())
                .with("range", shown.range())
                .with("warnings", warnings));
    }

    /** How many times as much work is done if several run at once. */
    private Fields efficiency(Family family, SortedMap<Double, CaseSamples> head) {
        Optional<CaseSamples> one = Optional.ofNullable(head.get(1.0));
        Optional<Law.Efficiency> law = laws(Law.Efficiency.class)
                .filter(asked -> family.isOf(asked.benchmark(), asked.parameter()))
                .findFirst();
        boolean concurrent =
                law.isPresent() || CONCURRENCY.contains(family.parameter().toLowerCase(Locale.ROOT));
        if (one.isEmpty() || !concurrent) {
            return new Fields();
        }
        List<List<Object>> points = new ArrayList<>();
        points.add(List.of(1, List.of(1)));
        head.tailMap(Math.nextUp(1.0)).forEach((n, many) -> point(
                        n,
                        Relations.efficiency(
                                one.get(),
                                many,
                                n,
                                page.sampled().spreadOfHead(),
                                confidence(List.of(one.get(), many))))
                .ifPresent(points::add));
        return new Fields()
                .with("efficiency", points)
                .maybe("efficiencyAtLeast", law.map(asked -> List.of(asked.at(), asked.atLeast())));
    }

    /** The confidence that a law about these cases would use: the highest that one of them requires. */
    private double confidence(Collection<CaseSamples> samples) {
        return page.promises()
                .rules()
                .confidence(samples.stream().map(CaseSamples::name).toList());
    }

    private <T extends Law> Stream<T> laws(Class<T> kind) {
        return page.promises().laws().stream()
                .map(LawVerdict::law)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
