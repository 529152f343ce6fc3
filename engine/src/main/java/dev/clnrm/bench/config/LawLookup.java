package dev.clnrm.bench.config;

import dev.clnrm.bench.config.CaseIndex.UnknownName;
import dev.clnrm.bench.config.LawRule.Part;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks up the cases, benchmarks and parameters of one law.
 *
 * @param home the suite that declares the law; empty if the file declares it
 */
record LawLookup(LawRule rule, String home, CaseIndex index, Reading reading) {
    private static final int MOST_NAMED = 3;

    /** The law with full names; empty if a name is unknown, which is reported as a fault. */
    Optional<Law> complete() {
        Law law = rule.law();
        try {
            List<String> names;
            if (law instanceof Law.Exponent exponent) {
                names = List.of(series(exponent.parameter(), Optional.empty()));
            } else if (law instanceof Law.Efficiency efficiency) {
                names = List.of(series(efficiency.parameter(), Optional.of(efficiency.at())));
            } else {
                names = twoCases(law.references().get(0), law.references().get(1));
            }
            return Optional.of(law.between(law.name(), names, law.place()));
        } catch (UnknownName e) {
            return Optional.empty();
        }
    }

    /** A part of the law, at the place where it is written. */
    private Text part(Part part, String text) {
        int width = rule.places().containsKey(part) ? text.length() : 0;
        return Text.at(reading, text, new Spot(rule.placeOf(part), width));
    }

    private List<String> twoCases(String one, String other) throws UnknownName {
        Optional<String> first = oneCase(part(Part.FIRST, one));
        Optional<String> second = oneCase(part(Part.SECOND, other));
        if (first.isEmpty() || second.isEmpty()) {
            throw new UnknownName();
        }
        if (first.equals(second)) {
            part(Part.SECOND, second.get()).fault("a law compares two different cases", "");
            throw new UnknownName();
        }
        return List.of(first.get(), second.get());
    }

    /** The case; empty if there is not exactly one. It throws nothing, so that the other case is looked up as well. */
    private Optional<String> oneCase(Text named) {
        List<CaseName> cases;
        try {
            cases = index.names().matching(pattern(named));
        } catch (UnknownName e) {
            return Optional.empty();
        }
        if (cases.size() == 1) {
            return Optional.of(cases.get(0).toString());
        }
        String some = cases.stream()
                .limit(MOST_NAMED)
                .map(name -> VisibleText.quote(name.toString()))
                .collect(Collectors.joining(", "));
        named.fault(
                named.quoted() + " matches " + cases.size() + " cases",
                "name one of them: " + some + (cases.size() > MOST_NAMED ? ", …" : ""));
        return Optional.empty();
    }

    private CasePattern pattern(Text named) throws UnknownName {
        Optional<CasePattern> pattern = CasePattern.parse(named.value());
        if (pattern.isEmpty()) {
            named.fault(named.quoted() + " is not the name of a case", BudgetReader.CASE_HELP);
            throw new UnknownName();
        }
        return index.qualify(pattern.get(), named, home);
    }

    /** The benchmark with the values of its other parameters. It has exactly one case for each value of the parameter. */
    private String series(String parameter, Optional<Double> at) throws UnknownName {
        Text named = part(Part.FIRST, rule.law().references().get(0));
        Text over = part(Part.SECOND, parameter);
        CasePattern pattern = pattern(named);
        List<CaseIndex.Known> benchmarks = index.matching(pattern);
        if (benchmarks.size() != 1) {
            named.fault(named.quoted() + " matches " + benchmarks.size() + " benchmarks", "name one of them");
            throw new UnknownName();
        }
        String benchmark = benchmarks.get(0).qualified();
        List<Parameter> parameters = benchmarks.get(0).spec().parameters();
        List<String> values = parameters.stream()
                .filter(p -> p.name().equals(parameter))
                .findFirst()
                .map(Parameter::values)
                .orElseThrow(() -> CaseIndex.noParameter(benchmark, parameter, parameters, over));
        if (index.names().matching(pattern).size() != values.size()) {
            String others = parameters.stream()
                    .filter(p -> !p.name().equals(parameter))
                    .map(p -> p.name() + "=" + p.values().stream().findFirst().orElse(""))
                    .collect(Collectors.joining(","));
            named.fault(
                    named.quoted() + " does not have exactly one case for each value of " + over.quoted(),
                    others.isEmpty()
                            ? "name the benchmark without " + over.quoted()
                            : "choose the other parameters: " + VisibleText.quote(benchmark + "{" + others + "}"));
            throw new UnknownName();
        }
        checkNumbers(over, values);
        if (at.isPresent()) {
            checkHas(over, values, at.get());
        }
        return pattern.text();
    }

    private static void checkNumbers(Text over, List<String> values) throws UnknownName {
        String law = "a law over " + over.quoted();
        Optional<String> other =
                values.stream().filter(v -> !(ParameterNumber.of(v) > 0)).findFirst();
        if (other.isPresent()) {
            over.fault(law + " needs numbers above 0, but one value is " + VisibleText.quote(other.get()), "");
            throw new UnknownName();
        }
        long numbers = values.stream().map(ParameterNumber::of).distinct().count();
        if (numbers < 2 || numbers < values.size()) {
            over.fault(
                    law + " needs at least two values" + (numbers < values.size() ? ", all different as numbers" : ""),
                    "");
            throw new UnknownName();
        }
    }

    private void checkHas(Text over, List<String> values, double at) throws UnknownName {
        if (values.stream().noneMatch(v -> ParameterNumber.of(v) == 1)) {
            over.fault("an efficiency needs the value 1, which " + over.quoted() + " does not have", "");
            throw new UnknownName();
        }
        if (values.stream().noneMatch(v -> ParameterNumber.of(v) == at)) {
            String written = Amount.number(at);
            throw CaseIndex.noValue(over.value(), written, values, part(Part.AT, written));
        }
    }
}
