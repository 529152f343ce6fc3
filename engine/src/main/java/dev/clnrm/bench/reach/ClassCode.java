package dev.clnrm.bench.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/**
 * The code to which a class leads.
 *
 * @param supers the internal names of its superclass and interfaces, the superclass first
 * @param fields the types of its fields
 * @param methods its methods, by name and descriptor
 */
record ClassCode(List<String> supers, List<Use> fields, Map<String, MethodCode> methods) {
    ClassCode {
        supers = List.copyOf(supers);
        fields = List.copyOf(fields);
        methods = Map.copyOf(methods);
    }

    static ClassCode of(byte[] bytes) {
        ClassNode read = new ClassNode();
        new ClassReader(bytes).accept(read, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        List<String> supers = new ArrayList<>();
        if (read.superName != null) {
            supers.add(read.superName);
        }
        supers.addAll(read.interfaces);
        Map<String, MethodCode> methods = new HashMap<>();
        read.methods.forEach(method -> methods.put(method.name + method.desc, MethodReader.read(method)));
        List<Use> fields = read.fields.stream()
                .map(field -> Use.of(Use.Kind.TYPE, Type.getType(field.desc)))
                .filter(Use::matters)
                .distinct()
                .toList();
        return new ClassCode(supers, fields, methods);
    }

    /** The code to which this and another version of the class lead. */
    ClassCode and(ClassCode other) {
        Map<String, MethodCode> all = new HashMap<>(methods);
        other.methods.forEach((key, method) -> all.merge(key, method, MethodCode::and));
        return new ClassCode(
                Stream.concat(supers.stream(), other.supers.stream()).distinct().toList(),
                Stream.concat(fields.stream(), other.fields.stream()).distinct().toList(),
                all);
    }

    /** The calls of all its methods to code that constants do not name. */
    UnknownCalls unknown() {
        return methods.values().stream().map(MethodCode::unknown).reduce(UnknownCalls.NONE, UnknownCalls::and);
    }
}
