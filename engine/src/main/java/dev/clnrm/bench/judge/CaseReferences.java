package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds cases by their names in laws: {@code suite/benchmark{name=value,name=value}}, followed by the variant if there are several.
 *
 * @param cases the cases to search
 */
record CaseReferences(List<CaseName> cases) {
    CaseReferences {
        cases = List.copyOf(cases);
    }

    /** The case with this name; parameters may have any order. */
    Optional<CaseName> named(String reference) {
        Optional<CaseName> exactly =
                cases.stream().filter(name -> name.toString().equals(reference)).findFirst();
        if (exactly.isPresent()) {
            return exactly;
        }
        Parsed parsed = Parsed.of(reference);
        return cases.stream()
                .filter(name -> name.qualified().equals(parsed.qualified)
                        && name.params().equals(parsed.params)
                        && name.variant().equals(parsed.variant))
                .findFirst();
    }

    /** The cases of a benchmark; if the name has parameter values, only those with these values. */
    List<CaseName> ofBenchmark(String reference) {
        Parsed parsed = Parsed.of(reference);
        return cases.stream()
                .filter(name -> name.qualified().equals(parsed.qualified)
                        && name.params().entrySet().containsAll(parsed.params.entrySet())
                        && name.variant().equals(parsed.variant))
                .toList();
    }

    /**
     * The parts of a reference.
     *
     * @param qualified suite and benchmark
     * @param params the parameter values in braces
     * @param variant the variant in brackets at its end
     */
    private record Parsed(String qualified, Map<String, String> params, Optional<String> variant) {
        static Parsed of(String reference) {
            int bracket = reference.endsWith("]") ? reference.lastIndexOf(" [") : -1;
            return bracket < 0
                    ? of(reference, Optional.empty())
                    : of(
                            reference.substring(0, bracket),
                            Optional.of(reference.substring(bracket + 2, reference.length() - 1)));
        }

        private static Parsed of(String reference, Optional<String> variant) {
            int open = reference.indexOf('{');
            if (open < 0 || !reference.endsWith("}")) {
                return new Parsed(reference.strip(), Map.of(), variant);
            }
            Map<String, String> params = new LinkedHashMap<>();
            for (String pair :
                    reference.substring(open + 1, reference.length() - 1).split(",", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    params.put(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
                }
            }
            return new Parsed(reference.substring(0, open).strip(), params, variant);
        }
    }
}
