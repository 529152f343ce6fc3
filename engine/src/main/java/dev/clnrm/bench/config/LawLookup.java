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
        Law law = rule.law();
        Optional<List<String>> names;
        if (law instanceof Law.Exponent exponent) {
            names = series(rule, exponent.parameter(), home, Optional.empty());
        } else if (law instanceof Law.Efficiency efficiency) {
            names = series(rule, efficiency.parameter(), home, Optional.of(efficiency.at()));
        } else {
            names = twoCases(rule, home);
        }
        return names.map(all -> law.between(law.name(), all, law.place()));
    }

    private Optional<List<String>> twoCases(LawRule rule, String home) {
        List<String> references = rule.law().references();
        Optional<String> first = oneCase(rule, Part.FIRST, references.get(0), home);
        Optional<String> second = oneCase(rule, Part.SECOND, references.get(1), home);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        if (first.equals(second)) {
            reading.fault(spot(rule, Part.SECOND, second.get()), "a law compares two different cases", "");
            return Optional.empty();
        }
        return Optional.of(List.of(first.get(), second.get()));
    }

    private Spot spot(LawRule rule, Part part, String text) {
        return new Spot(rule.placeOf(part), rule.places().containsKey(part) ? text.length() : 0);
    }

    private Optional<String> oneCase(LawRule rule, Part part, String text, String home) {
        Spot spot = spot(rule, part, text);
        Optional<CasePattern> pattern = pattern(text, spot, home);
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        List<CaseName> cases = index.names().matching(pattern.get());
        if (cases.size() == 1) {
            return Optional.of(cases.get(0).toString());
        }
        reading.fault(
                spot,
                VisibleText.quote(text) + " matches " + cases.size() + " cases",
                "name one of them: "
                        + cases.stream()
                                .limit(3)
                                .map(c -> VisibleText.quote(c.toString()))
                                .collect(Collectors.joining(", "))
                        + (cases.size() > 3 ? ", …" : ""));
        return Optional.empty();
    }

    private Optional<CasePattern> pattern(String text, Spot spot, String home) {
        Optional<CasePattern> pattern = CasePattern.parse(text);
        if (pattern.isEmpty()) {
            reading.fault(spot, VisibleText.quote(text) + " is not the name of a case", BudgetReader.CASE_HELP);
        }
        return pattern.flatMap(p -> index.qualify(p, spot, home));
    }

    /** The benchmark, with the values of its other parameters, whose cases are one for each value of the parameter. */
    private Optional<List<String>> series(LawRule rule, String parameter, String home, Optional<Double> at) {
        String text = rule.law().references().get(0);
        Spot spot = spot(rule, Part.FIRST, text);
        Optional<CasePattern> pattern = pattern(text, spot, home);
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        List<CaseIndex.Known> named = index.matching(pattern.get());
        if (named.size() != 1) {
            reading.fault(
                    spot, VisibleText.quote(text) + " matches " + named.size() + " benchmarks", "name one of them");
            return Optional.empty();
        }
        CaseIndex.Known benchmark = named.get(0);
        List<Parameter> parameters = benchmark.spec().parameters();
        Optional<List<String>> values = parameters.stream()
                .filter(p -> p.name().equals(parameter))
                .findFirst()
                .map(Parameter::values);
        if (values.isEmpty()) {
            index.hasNo(benchmark.qualified(), parameter, parameters, spot(rule, Part.SECOND, parameter));
            return Optional.empty();
        }
        if (index.names().matching(pattern.get()).size() != values.get().size()) {
            List<String> others = parameters.stream()
                    .filter(p -> !p.name().equals(parameter))
                    .map(p -> p.name() + "=" + p.values().stream().findFirst().orElse(""))
                    .toList();
            reading.fault(
                    spot,
                    VisibleText.quote(text) + " does not have exactly one case for each value of "
                            + VisibleText.quote(parameter),
                    others.isEmpty()
                            ? "name the benchmark without " + VisibleText.quote(parameter)
                            : "choose the other parameters: "
                                    + VisibleText.quote(benchmark.qualified() + "{" + String.join(",", others) + "}"));
            return Optional.empty();
        }
        boolean fits = numbers(rule, parameter, values.get())
                && (at.isEmpty() || hasValues(rule, parameter, values.get(), at.get()));
        return fits ? Optional.of(List.of(pattern.get().text())) : Optional.empty();
    }

    private boolean numbers(LawRule rule, String parameter, List<String> values) {
        Spot spot = spot(rule, Part.SECOND, parameter);
        String law = "a law over " + VisibleText.quote(parameter);
        Optional<String> other = values.stream().filter(v -> !(number(v) > 0)).findFirst();
        if (other.isPresent()) {
            reading.fault(spot, law + " needs numbers above 0, but one value is " + VisibleText.quote(other.get()), "");
            return false;
        }
        if (values.stream().map(LawLookup::number).distinct().count() < 2) {
            reading.fault(spot, law + " needs at least two values", "");
            return false;
        }
        return true;
    }

    private boolean hasValues(LawRule rule, String parameter, List<String> values, double at) {
        if (values.stream().noneMatch(v -> number(v) == 1)) {
            reading.fault(
                    spot(rule, Part.SECOND, parameter),
                    "an efficiency needs the value 1, which " + VisibleText.quote(parameter) + " does not have",
                    "");
            return false;
        }
        if (values.stream().noneMatch(v -> number(v) == at)) {
            String written = Amount.number(at);
            index.isNever(parameter, written, values, spot(rule, Part.AT, written));
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
