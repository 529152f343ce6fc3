package dev.clnrm.bench.reach;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The methods of types whose code is not followed: types of the JDK, JMH and the DSL. Such code may call any of these methods on an
 * instance, so it may also call an override.
 */
final class OutsideTypes {
    private final CodeIndex index;
    private final Map<String, Optional<Set<String>>> methods = new HashMap<>();

    OutsideTypes(CodeIndex index) {
        this.index = index;
    }

    /** The name and descriptor of every method of a type and its ancestors; empty if one of these types cannot be found. */
    Optional<Set<String>> methods(String type) {
        Optional<Set<String>> known = methods.get(type);
        if (known == null) {
            known = code(type).flatMap(this::withAncestors);
            methods.put(type, known);
        }
        return known;
    }

    /** Whether the type is in the JDK and not on the class path. */
    boolean isOfJdk(String type) {
        return !index.has(type) && methods(type).isPresent();
    }

    private Optional<Set<String>> withAncestors(ClassCode code) {
        Set<String> all = new HashSet<>(code.methods().keySet());
        for (String ancestor : code.supers()) {
            Optional<Set<String>> further = methods(ancestor);
            if (further.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(further.get());
        }
        return Optional.of(all);
    }

    private Optional<ClassCode> code(String type) {
        if (index.has(type)) {
            return Optional.of(index.code(type));
        }
        try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(type + ".class")) {
            return in == null ? Optional.empty() : Optional.of(ClassCode.of(in.readAllBytes()));
        } catch (IOException | IllegalArgumentException e) {
            // ASM cannot read this class, for example because its JDK is too new. It counts as missing.
            return Optional.empty();
        }
    }
}
