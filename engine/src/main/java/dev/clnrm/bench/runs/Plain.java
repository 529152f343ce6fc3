package dev.clnrm.bench.runs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values of any kind as maps, lists, texts, numbers and truth values. */
final class Plain {
    private Plain() {}

    /**
     * Records become maps of their components, with {@code type} first where the record is one of several kinds; empty optionals are
     * left out of maps; what is no number, truth value, list, map or record is written as its text.
     */
    static Object of(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.isPresent() ? of(maybe.get()) : Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, entry) -> put(plain, key.toString(), entry));
            return plain;
        }
        if (value instanceof Iterable<?> values && !(value instanceof Path)) {
            List<Object> plain = new ArrayList<>();
            values.forEach(element -> plain.add(of(element)));
            return plain;
        }
        if (value instanceof Record) {
            return ofRecord(value);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            return number.toString();
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static void put(Map<String, Object> plain, String key, Object value) {
        if (!value.equals(Optional.empty())) {
            plain.put(key, of(value));
        }
    }

    private static Map<String, Object> ofRecord(Object value) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Class<?> kind : value.getClass().getInterfaces()) {
            if (kind.isSealed()) {
                plain.put("type", value.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            }
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                put(plain, component.getName(), accessor.invoke(value));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalArgumentException("cannot read " + component + " of " + value.getClass(), e);
            }
        }
        return plain;
    }
}
