package dev.clnrm.bench.config;

import dev.clnrm.bench.config.LawRule.Part;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks up the cases, benchmarks and parameters laws speak of. */
final class LawLookup {
    private final CaseIndex index;
    private final Reading reading;

    LawLookup(CaseIndex index, Reading reading) {
        this.index = index;
        this.reading = reading;
    }

    /**
     * The law with its names in full.
     *
     * @param home the suite that states it; empty when the file does
     */
    Optional<Law> complete(LawRule rule, String home) {
        if (rule.law() instanceof Law.Ratio law) {
            Optional<CaseName> slower = oneCase(rule, Part.FIRST, law.slower(), home);
            Optional<CaseName> faster = oneCase(rule, Part.SECOND, law.faster(), home);
            return both(slower, faster, rule)
                    ? Optional.of(new Law.Ratio(law.name(), text(slower), text(faster), law.atLeast(), law.place()))
                    : Optional.empty();
        }
        if (rule.law() instanceof Law.Overhead law) {
            Optional<CaseName> of = oneCase(rule, Part.FIRST, law.of(), home);
            Optional<CaseName> over = oneCase(rule, Part.SECOND, law.over(), home);
            return both(of, over, rule)
                    ? Optional.of(new Law.Overhead(law.name(), text(of), text(over), law.atMost(), law.place()))
                    : Optional.empty();
        }
        if (rule.law() instanceof Law.Exponent law) {
            return series(rule, law.benchmark(), law.parameter(), home)
                    .filter(found -> numbers(rule, found))
                    .map(found -> new Law.Exponent(
                            law.name(), found.name, law.parameter(), law.low(), law.high(), law.place()));
        }
        if (rule.law() instanceof Law.Efficiency law) {
            return series(rule, law.benchmark(), law.parameter(), home)
                    .filter(found -> numbers(rule, found) && hasValues(rule, found, law.at()))
                    .map(found -> new Law.Efficiency(
                            law.name(), found.name, law.parameter(), law.at(), law.atLeast(), law.place()));
        }
        throw new IllegalStateException("not a law: " + rule.law());
    }

    private static String text(Optional<CaseName> name) {
        return name.map(CaseName::toString).orElse("");
    }

    private boolean both(Optional<CaseName> first, Optional<CaseName> second, LawRule rule) {
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        if (first.equals(second)) {
            reading.fault(
                    spot(rule, Part.SECOND, text(second)), "a law compares two cases, and these are the same", "");
            return false;
        }
        return true;
    }

    private Spot spot(LawRule rule, Part part, String text) {
        return new Spot(rule.placeOf(part), rule.places().containsKey(part) ? text.length() : 0);
    }

    private Optional<CaseName> oneCase(LawRule rule, Part part, String text, String home) {
        Spot spot = spot(rule, part, text);
        Optional<CasePattern> pattern = pattern(text, spot, home);
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        List<CaseName> cases = index.cases(pattern.get());
        if (cases.size() == 1) {
            return Optional.of(cases.get(0));
        }
        reading.fault(
                spot,
                Inert.quote(text) + " is " + cases.size() + " cases",
                "name one of them: "
                        + cases.stream()
                                .limit(3)
                                .map(c -> Inert.quote(c.toString()))
                                .collect(Collectors.joining(", "))
                        + (cases.size() > 3 ? ", …" : ""));
        return Optional.empty();
    }

    private Optional<CasePattern> pattern(String text, Spot spot, String home) {
        Optional<CasePattern> pattern = CasePattern.parse(text);
        if (pattern.isEmpty()) {
            reading.fault(spot, Inert.quote(text) + " is not the name of a case", BudgetReader.CASE_HELP);
        }
        return pattern.flatMap(p -> index.qualify(p, spot, home));
    }

    /**
     * The cases of a benchmark along one parameter.
     *
     * @param name the benchmark in full, with the values of its other parameters
     * @param parameter the parameter
     */
    private record Series(String name, Parameter parameter) {}

    private Optional<Series> series(LawRule rule, String text, String parameter, String home) {
        Spot spot = spot(rule, Part.FIRST, text);
        Optional<CasePattern> pattern = pattern(text, spot, home);
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        List<CaseIndex.Known> named = index.matching(pattern.get());
        if (named.size() != 1) {
            reading.fault(spot, Inert.quote(text) + " is " + named.size() + " benchmarks", "name one of them");
            return Optional.empty();
        }
        CaseIndex.Known benchmark = named.get(0);
        List<Parameter> parameters = benchmark.spec().parameters();
        Optional<Parameter> over =
                parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
        if (over.isEmpty()) {
            List<String> names = parameters.stream().map(Parameter::name).toList();
            reading.fault(
                    spot(rule, Part.SECOND, parameter),
                    Inert.quote(benchmark.qualified()) + " has no parameter " + Inert.quote(parameter),
                    names.isEmpty() ? "it has no parameters" : Nearest.help(parameter, names, "its parameters are"));
            return Optional.empty();
        }
        long cases = index.cases(pattern.get()).size();
        if (cases != over.get().values().size()) {
            List<String> others = parameters.stream()
                    .filter(p -> !p.name().equals(parameter))
                    .map(p -> p.name() + "=" + p.values().stream().findFirst().orElse(""))
                    .toList();
            reading.fault(
                    spot,
                    Inert.quote(text) + " is not one case for each value of " + Inert.quote(parameter),
                    others.isEmpty()
                            ? "name the benchmark without " + Inert.quote(parameter)
                            : "choose the other parameters: "
                                    + Inert.quote(benchmark.qualified() + "{" + String.join(",", others) + "}"));
            return Optional.empty();
        }
        return Optional.of(new Series(pattern.get().text(), over.get()));
    }

    private boolean numbers(LawRule rule, Series series) {
        List<String> values = series.parameter.values();
        for (String value : values) {
            if (!(number(value) > 0)) {
                reading.fault(
                        spot(rule, Part.SECOND, series.parameter.name()),
                        "a law over " + Inert.quote(series.parameter.name()) + " takes numbers above 0, and "
                                + Inert.quote(value) + " is among its values",
                        "");
                return false;
            }
        }
        if (values.stream().map(LawLookup::number).distinct().count() < 2) {
            reading.fault(
                    spot(rule, Part.SECOND, series.parameter.name()),
                    "a law over " + Inert.quote(series.parameter.name()) + " takes at least two values",
                    "");
            return false;
        }
        return true;
    }

    private boolean hasValues(LawRule rule, Series series, double at) {
        List<String> values = series.parameter.values();
        if (values.stream().noneMatch(v -> number(v) == 1)) {
            reading.fault(
                    spot(rule, Part.SECOND, series.parameter.name()),
                    "an efficiency is against the value 1, which " + Inert.quote(series.parameter.name()) + " never is",
                    "");
            return false;
        }
        if (values.stream().noneMatch(v -> number(v) == at)) {
            String written = Exact.number(at);
            reading.fault(
                    spot(rule, Part.AT, written),
                    "the parameter " + Inert.quote(series.parameter.name()) + " is never " + Inert.quote(written),
                    Nearest.helpAll(written, values, "its values are"));
            return false;
        }
        return true;
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
