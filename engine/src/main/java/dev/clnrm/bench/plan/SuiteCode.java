package dev.clnrm.bench.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The part of a suite class that one case reaches: what declares it, and the methods that leads to. Lambdas go by the order they are met in,
 * for the compiler numbers them by their place in the file.
 */
final class SuiteCode {
    private static final String LAMBDA = "lambda$";

    private final ClassNode suite;
    private final Map<String, MethodNode> reached = new LinkedHashMap<>();

    private SuiteCode(ClassNode suite) {
        this.suite = suite;
    }

    /**
     * The reached part as a class of its own; empty if it cannot be told from the rest.
     *
     * @param bytes the suite class
     * @param benchmark the benchmark's name in the suite
     */
    static Optional<ClassCode> of(byte[] bytes, String benchmark) {
        ClassNode suite = new ClassNode();
        new ClassReader(bytes).accept(suite, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return DeclaringCode.of(suite, benchmark).flatMap(declaring -> new SuiteCode(suite).from(declaring));
    }

    private Optional<ClassCode> from(MethodNode declaring) {
        Map<String, MethodNode> methods = new HashMap<>();
        for (MethodNode method : suite.methods) {
            methods.put(method.name + method.desc, method);
        }
        List<MethodNode> open = new ArrayList<>();
        open.add(declaring);
        for (MethodNode method : suite.methods) {
            if (method.name.equals("<init>") || method.name.equals("<clinit>")) {
                open.add(method);
            }
        }
        open.forEach(method -> reached.put(method.name + method.desc, method));
        for (int next = 0; next < open.size(); next++) {
            for (AbstractInsnNode instruction : open.get(next).instructions) {
                if (namesItself(instruction)) {
                    return Optional.empty();
                }
                for (String called : called(instruction)) {
                    if (called.equals(declaring.name + declaring.desc)) {
                        return Optional.empty();
                    }
                    MethodNode method = methods.get(called);
                    if (method != null && reached.putIfAbsent(called, method) == null) {
                        open.add(method);
                    }
                }
            }
        }
        return Optional.of(ClassCode.of(part()));
    }

    /** Whether the class itself is had as a value, so that any of its methods may be found by name. */
    private boolean namesItself(AbstractInsnNode instruction) {
        if (!(instruction instanceof LdcInsnNode constant)) {
            return false;
        }
        return (constant.cst instanceof Type type && type.getInternalName().equals(suite.name))
                || (constant.cst instanceof String text
                        && text.replace('.', '/').equals(suite.name));
    }

    private List<String> called(AbstractInsnNode instruction) {
        List<String> called = new ArrayList<>();
        if (instruction instanceof MethodInsnNode call && call.owner.equals(suite.name)) {
            called.add(call.name + call.desc);
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            for (Object argument : dynamic.bsmArgs) {
                if (argument instanceof Handle handle && handle.getOwner().equals(suite.name)) {
                    called.add(handle.getName() + handle.getDesc());
                }
            }
        }
        return called;
    }

    private byte[] part() {
        Map<String, String> names = new HashMap<>();
        for (MethodNode method : reached.values()) {
            if (method.name.startsWith(LAMBDA)) {
                names.put(method.name + method.desc, LAMBDA + names.size());
            }
        }
        ClassNode part = new ClassNode();
        part.version = suite.version;
        part.access = suite.access;
        part.name = suite.name;
        part.superName = suite.superName;
        part.interfaces = suite.interfaces;
        part.fields = suite.fields;
        part.methods = List.copyOf(reached.values());
        ClassWriter writer = new ClassWriter(0);
        part.accept(new ClassRemapper(writer, new Remapper(Opcodes.ASM9) {
            @Override
            public String mapMethodName(String owner, String name, String descriptor) {
                return owner.equals(suite.name) ? names.getOrDefault(name + descriptor, name) : name;
            }
        }));
        return writer.toByteArray();
    }
}
