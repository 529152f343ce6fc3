package dev.clnrm.bench.model;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks whether a value has the declared type of a record component, including type arguments. Constructors called by reflection
 * check only erased types, so a {@code Limit<Bytes>} in place of a {@code Limit<Time>} would fail far from where it was read.
 */
final class ComponentTypes {
    private ComponentTypes() {}

    static boolean fits(Object value, Type type) {
        return fits(value, type, Map.of());
    }

    private static boolean fits(Object value, Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof Class<?> plain) {
            return MethodType.methodType(plain).wrap().returnType().isInstance(value);
        }
        if (type instanceof TypeVariable<?> variable) {
            Type argument = known.get(variable);
            return fits(value, argument == null ? erasure(variable.getBounds()[0]) : argument, Map.of());
        }
        if (!(type instanceof ParameterizedType generic) || !erasure(generic).isInstance(value)) {
            return false;
        }
        Type first = generic.getActualTypeArguments()[0];
        if (value instanceof Optional<?> maybe) {
            return maybe.isEmpty() || fits(maybe.get(), first, known);
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(element -> fits(element, first, known));
        }
        return value instanceof Record entry && entry.getClass() == erasure(generic) && components(entry, generic);
    }

    private static boolean components(Record entry, ParameterizedType generic) {
        Map<TypeVariable<?>, Type> known = new HashMap<>();
        TypeVariable<?>[] variables = entry.getClass().getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            known.put(variables[i], generic.getActualTypeArguments()[i]);
        }
        for (RecordComponent component : entry.getClass().getRecordComponents()) {
            try {
                if (!fits(component.getAccessor().invoke(entry), component.getGenericType(), known)) {
                    return false;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component + " of " + entry.getClass(), e);
            }
        }
        return true;
    }

    private static Class<?> erasure(Type type) {
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return raw instanceof Class<?> plain ? plain : Object.class;
    }
}
