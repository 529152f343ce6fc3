package dev.clnrm.bench.config;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A pattern for cases: {@code suite/benchmark}, {@code suite/benchmark{parameter=value,…}}, with {@code *} for any characters in the name
 * or in a value. A case's full name always matches the case. A JMH benchmark also matches by the name that JMH gives it,
 * {@code org.acme.Parsing.small}, and by its name in result files, {@code org.acme.Parsing/small}, in any suite. A pattern matches every
 * variant of a case.
 *
 * <p>If two patterns match one case, the more specific one wins. The first difference decides:
 *
 * <ol>
 *   <li>a name without {@code *} before a name with it,
 *   <li>more characters of the name apart from {@code *},
 *   <li>more parameters with a value without {@code *},
 *   <li>more parameters,
 *   <li>more characters of their values apart from {@code *}.
 * </ol>
 *
 * @param text the pattern as written
 * @param name the part before the braces
 * @param params the patterns of values, by parameter
 */
public record CasePattern(String text, String name, Map<String, String> params) {
    /** Orders patterns from less to more specific; 0 if neither is more specific. */
    public static final Comparator<CasePattern> BY_SPECIFICITY = Comparator.comparing(CasePattern::namesOne)
            .thenComparingLong(p -> writtenOut(p.name))
            .thenComparingLong(
                    p -> p.params.values().stream().filter(v -> !Glob.isGlob(v)).count())
            .thenComparingInt(p -> p.params.size())
            .thenComparingLong(p -> p.params.values().stream()
                    .mapToLong(CasePattern::writtenOut)
                    .sum());

    private static final int LONGEST = 1000;

    /** A comma that starts another parameter; any other comma belongs to a value. */
    private static final String NEXT_PARAMETER = ",(?=[^,={}]*=)";

    public CasePattern {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** Parses a pattern; empty if its braces do not contain {@code parameter=value} pairs separated by commas. */
    public static Optional<CasePattern> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        int brace = trimmed.indexOf('{');
        if (brace < 0) {
            return trimmed.isEmpty() || trimmed.indexOf('}') >= 0
                    ? Optional.empty()
                    : Optional.of(new CasePattern(trimmed, trimmed, Map.of()));
        }
        if (brace == 0 || !trimmed.endsWith("}")) {
            return Optional.empty();
        }
        Map<String, String> params = new LinkedHashMap<>();
        for (String part : trimmed.substring(brace + 1, trimmed.length() - 1).split(NEXT_PARAMETER, -1)) {
            int equals = part.indexOf('=');
            if (equals < 1 || part.substring(0, equals).isBlank()) {
                return Optional.empty();
            }
            String key = part.substring(0, equals).strip();
            if (params.put(key, part.substring(equals + 1).strip()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new CasePattern(trimmed, trimmed.substring(0, brace).strip(), params));
    }

    /** The same pattern with another name before the braces. */
    public CasePattern withName(String other) {
        return new CasePattern(text.startsWith(name) ? other + text.substring(name.length()) : text, other, params);
    }

    /** Whether the name has no {@code *}. */
    boolean namesOne() {
        return !Glob.isGlob(name);
    }

    boolean matchesParams(Map<String, String> values) {
        return params.entrySet().stream().allMatch(param -> {
            String value = values.get(param.getKey());
            return value != null && new Glob(param.getValue()).matches(value);
        });
    }

    @Override
    public String toString() {
        return text;
    }

    private static long writtenOut(String pattern) {
        return pattern.chars().filter(c -> c != '*').count();
    }
}
