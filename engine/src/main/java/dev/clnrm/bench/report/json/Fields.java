package dev.clnrm.bench.report.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of an object or a row for programs: in order, each key once. */
public final class Fields {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** Adds a field, or replaces its value. */
    public Fields with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    /** Adds a field, or replaces its value; an empty value is {@code null} in JSON and an empty cell in CSV. */
    public Fields with(String key, Optional<?> value) {
        values.put(key, value.orElse(null));
        return this;
    }

    /** Adds a field if it has a value. */
    public Fields maybe(String key, Optional<?> value) {
        value.ifPresent(present -> values.put(key, present));
        return this;
    }

    /** Adds a list, or replaces it; {@code as} is applied to each value. */
    public <T> Fields each(String key, Collection<T> of, Function<? super T, ?> as) {
        return each(key, of.stream(), as);
    }

    public <T> Fields each(String key, Stream<T> of, Function<? super T, ?> as) {
        return with(key, of.<Object>map(as).toList());
    }

    /** The same if the list has values. */
    public <T> Fields some(String key, Collection<T> of, Function<? super T, ?> as) {
        return of.isEmpty() ? this : each(key, of, as);
    }

    /** Adds the fields of another object, or replaces their values. */
    public Fields and(Fields others) {
        values.putAll(others.values);
        return this;
    }

    /** The fields as a map for Jackson. */
    @JsonValue
    public Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
