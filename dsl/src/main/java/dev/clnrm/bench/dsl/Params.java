package dev.clnrm.bench.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameter values of one case, by name. */
public final class Params {
    /** No parameters. */
    public static final Params NONE = new Params(Map.of());

    private final Map<String, Object> values;

    Params(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The value of a parameter.
     *
     * @throws IllegalArgumentException if there is none with this name and type
     */
    public <T> T get(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "no parameter `" + name + "` of type " + type.getSimpleName() + "; there are " + values.keySet());
        }
        return type.cast(value);
    }

    /** The value of a whole-number parameter. */
    public int integer(String name) {
        return get(name, Integer.class);
    }

    /** The value of a text parameter. */
    public String text(String name) {
        return get(name, String.class);
    }

    Object at(int index) {
        return values.values().stream().skip(index).findFirst().orElseThrow();
    }
}
