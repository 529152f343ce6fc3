package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Parameter;
import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A parameter with its typed values, by the text that people read. */
record Values(String name, Place place, Map<String, Object> byText, List<Fault> faults) {
    private static final String RESERVED = "{},=";

    /** The default text of an object, alone or inside another text: {@code com.acme.Config@1b2c3d}, {@code [I@1b2c3d}. */
    private static final Pattern IDENTITY = Pattern.compile(
            "(\\[+[BCDFIJSZ]|[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}\\p{N}_$]+)+;?(/0x\\p{XDigit}+)?)@\\p{XDigit}{1,8}\\b");

    /** The class of maps whose order differs in every JVM. */
    private static final Class<?> WITHOUT_ORDER = Map.of("a", "", "b", "").getClass();

    /** Values shown by their own text. */
    static Values of(String name, List<?> values, Place place) {
        Map<String, Object> byText = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Object value : values) {
            String text = String.valueOf(value);
            if (value == null) {
                faults.add(new Fault(place, "a value of parameter `" + name + "` is null", giveNames(name)));
            } else if (isUnreadable(value, text)) {
                faults.add(new Fault(
                        place, "a value of parameter `" + name + "` has no readable name: " + text, giveNames(name)));
            } else if (byText.putIfAbsent(text, value) != null) {
                faults.add(new Fault(place, "parameter `" + name + "` has the value `" + text + "` twice", ""));
            }
        }
        return checked(name, place, byText, faults, values.isEmpty());
    }

    /** Values with given names: in the map's order, or sorted by name if the map has no stable order. */
    static Values named(String name, Map<String, ?> values, Place place) {
        Map<String, Object> byText = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        Map<String, ?> ordered = values.getClass() == WITHOUT_ORDER ? new TreeMap<>(values) : values;
        ordered.forEach((text, value) -> {
            if (text == null || value == null) {
                faults.add(new Fault(place, "a value of parameter `" + name + "` or its name is null", ""));
            } else {
                byText.put(text, value);
            }
        });
        return checked(name, place, byText, faults, values.isEmpty());
    }

    private static Values checked(
            String name, Place place, Map<String, Object> byText, List<Fault> faults, boolean empty) {
        Names.PARAMETER.check(name, place).ifPresent(faults::add);
        if (empty) {
            faults.add(new Fault(place, "parameter `" + name + "` has no values", ""));
        }
        for (String text : byText.keySet()) {
            if (text.codePoints().anyMatch(Values::isReserved)) {
                faults.add(new Fault(
                        place,
                        "the value `" + text + "` of parameter `" + name + "` contains one of " + RESERVED
                                + " or a control character",
                        giveNames(name)));
            } else if (text.isBlank()) {
                faults.add(new Fault(place, "a value of parameter `" + name + "` has a blank name", giveNames(name)));
            } else if (!text.equals(text.strip())) {
                faults.add(new Fault(
                        place,
                        "the value `" + text + "` of parameter `" + name + "` starts or ends with a space",
                        giveNames(name)));
            }
        }
        return new Values(name, place, byText, List.copyOf(faults));
    }

    private static String giveNames(String name) {
        return "give names: .over(\"" + name + "\", Map.of(\"small\", …))";
    }

    private static boolean isUnreadable(Object value, String text) {
        return !(value instanceof String)
                && (text.equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode()))
                        || IDENTITY.matcher(text).find());
    }

    private static boolean isReserved(int character) {
        return RESERVED.indexOf(character) >= 0
                || Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE;
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
