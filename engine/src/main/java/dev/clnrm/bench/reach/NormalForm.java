package dev.clnrm.bench.reach;

import dev.clnrm.bench.plan.Sha256;
import dev.clnrm.bench.reach.ChangedMember.What;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class as a list of members, each with a digest of its code. The digest ignores line numbers and names of local variables, and takes
 * constants in the order of their use. A lambda counts as part of the method that creates it, because the compiler numbers lambdas by their
 * position in the file.
 */
final class NormalForm {
    private static final String LAMBDA = "lambda$";
    private static final String OF_SCALA = "$anonfun$";

    private final ClassNode read = new ClassNode();
    private final Map<String, MethodNode> lambdas = new LinkedHashMap<>();

    /**
     * A member.
     *
     * @param digest the digest of its code
     * @param member the description for people
     * @param made whether the compiler generated it, so it is in no source file
     */
    record Member(String digest, ChangedMember member, boolean made) {}

    private NormalForm(byte[] bytes, int options) {
        new ClassReader(bytes).accept(read, options | ClassReader.SKIP_FRAMES);
        for (MethodNode method : read.methods) {
            if (made(method.access) && isLambda(method.name)) {
                lambdas.put(method.name + method.desc, method);
            }
        }
    }

    /** Whether a method has the name of a lambda. The compiler numbers lambdas by their position in the file. */
    static boolean isLambda(String method) {
        return method.startsWith(LAMBDA) || method.contains(OF_SCALA);
    }

    static Set<String> lambdas(Set<String> methods) {
        return methods.stream().filter(NormalForm::isLambda).collect(Collectors.toSet());
    }

    static NormalForm of(byte[] bytes) {
        return new NormalForm(bytes, 0);
    }

    /** A form whose methods have no line numbers between their instructions. */
    static NormalForm withoutLines(byte[] bytes) {
        return new NormalForm(bytes, ClassReader.SKIP_DEBUG);
    }

    /** The code that declares a benchmark of a suite; empty if it cannot be separated from the rest. */
    Optional<MethodNode> declaring(String benchmark) {
        return DeclaringCode.of(read, benchmark);
    }

    /** The digest of a method, or of a part of a method, with its lambdas. */
    String digest(MethodNode method) {
        Sha256 digest = new Sha256();
        List<MethodNode> parts = parts(method);
        parts.forEach(part -> digest.add(bytes(part, parts)));
        return digest.hex();
    }

    Map<String, Member> members() {
        Map<String, Member> members = new LinkedHashMap<>();
        members.put(read.name, new Member(declaration(), member(What.CLASS, type(read.name), 0, 0), false));
        for (FieldNode field : read.fields) {
            ChangedMember shown = member(What.FIELD, type(read.name) + "." + field.name, 0, 0);
            members.put(read.name + "#" + field.name, new Member(digest(field), shown, made(field.access)));
        }
        for (MethodNode method : read.methods) {
            if (!lambdas.containsKey(method.name + method.desc)) {
                members.put(
                        read.name + "." + method.name + method.desc,
                        new Member(digest(method), shown(method), made(method.access)));
            }
        }
        return members;
    }

    private static boolean made(int access) {
        return (access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    private ChangedMember shown(MethodNode method) {
        List<MethodNode> parts = parts(method);
        int line = parts.stream()
                .flatMap(NormalForm::lines)
                .mapToInt(one -> one)
                .min()
                .orElse(0);
        int instructions = (int) parts.stream()
                .flatMap(part -> Stream.of(part.instructions.toArray()))
                .filter(instruction -> instruction.getOpcode() >= 0)
                .count();
        return member(What.METHOD, name(method), line, instructions);
    }

    private ChangedMember member(What what, String name, int line, int instructions) {
        String folder = read.name.substring(0, read.name.lastIndexOf('/') + 1);
        return new ChangedMember(
                what,
                ChangedMember.How.CHANGED,
                name,
                Optional.ofNullable(read.sourceFile).map(file -> folder + file),
                line,
                instructions);
    }

    private static Stream<Integer> lines(MethodNode method) {
        return Stream.of(method.instructions.toArray())
                .filter(LineNumberNode.class::isInstance)
                .map(line -> ((LineNumberNode) line).line);
    }

    /** The name of a method, for example {@code com.acme.Text.parse(String, int)}. */
    private String name(MethodNode method) {
        String simple = read.name.substring(Math.max(read.name.lastIndexOf('/'), read.name.lastIndexOf('$')) + 1);
        String name = method.name.equals("<init>") ? simple : method.name;
        if (method.name.equals("<clinit>")) {
            return type(read.name) + ".static {}";
        }
        return type(read.name) + "." + name
                + Stream.of(Type.getArgumentTypes(method.desc))
                        .map(Type::getClassName)
                        .map(type -> type.substring(type.lastIndexOf('.') + 1))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String type(String internal) {
        return internal.replace('/', '.').replace('$', '.');
    }

    /** A method and the lambdas it creates, including nested ones. A lambda of Scala may call another one that has its code. */
    private List<MethodNode> parts(MethodNode method) {
        List<MethodNode> parts = new ArrayList<>(List.of(method));
        Set<MethodNode> seen = new HashSet<>(parts);
        for (int next = 0; next < parts.size(); next++) {
            for (AbstractInsnNode instruction : parts.get(next).instructions) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                    for (Object argument : dynamic.bsmArgs) {
                        lambda(argument).filter(seen::add).ifPresent(parts::add);
                    }
                } else if (instruction instanceof MethodInsnNode call) {
                    lambda(call.owner, call.name + call.desc).filter(seen::add).ifPresent(parts::add);
                }
            }
        }
        return parts;
    }

    private Optional<MethodNode> lambda(Object argument) {
        return argument instanceof Handle handle
                ? lambda(handle.getOwner(), handle.getName() + handle.getDesc())
                : Optional.empty();
    }

    private Optional<MethodNode> lambda(String owner, String method) {
        return owner.equals(read.name) ? Optional.ofNullable(lambdas.get(method)) : Optional.empty();
    }

    private byte[] bytes(MethodNode method, List<MethodNode> parts) {
        ClassNode alone = header();
        alone.methods.add(method);
        return bytes(alone, parts);
    }

    private String digest(FieldNode field) {
        ClassNode alone = header();
        alone.fields.add(field);
        return Sha256.of(bytes(alone, List.of()));
    }

    /** The header of the class, without fields, methods and the nesting of classes. */
    private String declaration() {
        ClassNode alone = header();
        alone.version = read.version;
        alone.access = read.access;
        alone.superName = read.superName;
        alone.interfaces = read.interfaces;
        alone.visibleAnnotations = read.visibleAnnotations;
        alone.visibleTypeAnnotations = read.visibleTypeAnnotations;
        alone.permittedSubclasses = read.permittedSubclasses;
        alone.recordComponents = read.recordComponents;
        return Sha256.of(bytes(alone, List.of()));
    }

    private ClassNode header() {
        ClassNode header = new ClassNode();
        header.version = Opcodes.V17;
        header.name = read.name;
        return header;
    }

    /**
     * The class, written and read again to remove line numbers and names of local variables.
     *
     * @param parts the lambdas, which get their position as number: the compiler may use one lambda in several places
     */
    private byte[] bytes(ClassNode alone, List<MethodNode> parts) {
        ClassWriter all = new ClassWriter(0);
        alone.accept(all);
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(all.toByteArray()).accept(renaming(writer, parts), ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    private ClassVisitor renaming(ClassWriter writer, List<MethodNode> parts) {
        return new ClassRemapper(writer, new Remapper(Opcodes.ASM9) {
            @Override
            public String mapMethodName(String owner, String name, String descriptor) {
                return lambda(owner, name + descriptor)
                        .map(one -> LAMBDA + parts.indexOf(one))
                        .orElse(name);
            }
        });
    }
}
