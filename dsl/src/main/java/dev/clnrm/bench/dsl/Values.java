package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Parameter;
import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parameter with its typed values, keyed by the text people read. */
record Values(String name, Map<String, Object> byText, List<Fault> faults) {
    private static final String RESERVED = "{},=";

    /** Values shown by their own text. */
    static Values of(String name, List<?> values, Place place) {
        Map<String, Object> byText = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Object value : values) {
            String text = String.valueOf(value);
            if (text.equals(value.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(value)))) {
                faults.add(new Fault(
                        place,
                        "a value of parameter `" + name + "` has no readable name: " + text,
                        "give names: .over(\"" + name + "\", Map.of(\"small\", …))"));
            } else if (byText.put(text, value) != null) {
                faults.add(new Fault(place, "parameter `" + name + "` has the value `" + text + "` twice", ""));
            }
        }
        return named(name, byText, faults, place);
    }

    /** Values with names given. */
    static Values named(String name, Map<String, ?> values, Place place) {
        return named(name, values, new ArrayList<>(), place);
    }

    private static Values named(String name, Map<String, ?> values, List<Fault> faults, Place place) {
        if (values.isEmpty()) {
            faults.add(new Fault(place, "parameter `" + name + "` has no values", ""));
        }
        values.keySet().stream()
                .filter(text -> text.chars().anyMatch(c -> RESERVED.indexOf(c) >= 0 || Character.isISOControl(c)))
                .forEach(text -> faults.add(new Fault(
                        place,
                        "the value `" + text + "` of parameter `" + name + "` holds one of " + RESERVED
                                + " or a control character",
                        "give names: .over(\"" + name + "\", Map.of(\"small\", …))")));
        return new Values(name, new LinkedHashMap<>(values), List.copyOf(faults));
    }

    Parameter parameter() {
        return new Parameter(name, List.copyOf(byText.keySet()));
    }

    Object valueOf(String text) {
        Object value = byText.get(text);
        if (value == null) {
            throw new IllegalArgumentException(
                    "parameter `" + name + "` has no value `" + text + "`; it has " + byText.keySet());
        }
        return value;
    }
}
