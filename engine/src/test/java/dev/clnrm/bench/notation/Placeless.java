package dev.clnrm.bench.notation;

import dev.clnrm.bench.model.Place;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records without the places they were written at. */
final class Placeless {
    private Placeless() {}

    /** The value with every place in it unknown. */
    @SuppressWarnings("unchecked")
    static <T> T of(T value) {
        return (T) strip(value);
    }

    private static Object strip(Object value) {
        if (value instanceof Place) {
            return Place.UNKNOWN;
        }
        if (value instanceof Optional<?> maybe) {
            return maybe.map(Placeless::strip);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Placeless::strip).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> stripped = new LinkedHashMap<>();
            map.forEach((key, held) -> stripped.put(key, strip(held)));
            return stripped;
        }
        return value instanceof Record entry ? rebuild(entry) : value;
    }

    private static Object rebuild(Record entry) {
        RecordComponent[] components = entry.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = strip(components[i].getAccessor().invoke(entry));
            }
            Constructor<?> canonical = entry.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot rebuild " + entry, e);
        }
    }
}
