package dev.clnrm.bench.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Finds the instructions that declare one benchmark, and those that all benchmarks of the suite share. */
final class DeclaringCode {
    private static final String DSL = "dev/clnrm/bench/dsl/";
    private static final String MODEL = "dev/clnrm/bench/model/";
    private static final Set<String> BOXES =
            Set.of("java/lang/Integer", "java/lang/Long", "java/lang/Double", "java/lang/Boolean", "java/lang/String");

    private DeclaringCode() {}

    static Optional<MethodNode> of(ClassNode suite, String benchmark) {
        List<MethodNode> declaring = suite.methods.stream()
                .filter(method -> starts(method).stream().anyMatch(start -> benchmark.equals(name(start))))
                .toList();
        if (declaring.size() != 1
                || !declaring.get(0).name.equals("declare")
                || !declaring.get(0).tryCatchBlocks.isEmpty()) {
            return Optional.empty();
        }
        return part(declaring.get(0), benchmark);
    }

    private static Optional<MethodNode> part(MethodNode declare, String benchmark) {
        List<AbstractInsnNode> starts = starts(declare);
        boolean twice = starts.stream().map(DeclaringCode::name).distinct().count() < starts.size();
        if (twice || Arrays.stream(declare.instructions.toArray()).anyMatch(DeclaringCode::jumps)) {
            return Optional.empty();
        }
        List<List<AbstractInsnNode>> segments = segments(declare, new HashSet<>(starts));
        MethodNode part = new MethodNode(declare.access, "declare", declare.desc, declare.signature, null);
        part.maxLocals = declare.maxLocals;
        part.maxStack = declare.maxStack;
        for (List<AbstractInsnNode> segment : segments) {
            boolean starting = starts.contains(segment.get(0));
            boolean own = starting && name(segment.get(0)).equals(benchmark);
            boolean first = !starting && segment == segments.get(0);
            if (own || first || !segment.stream().allMatch(DeclaringCode::onlyDeclares)) {
                trimmed(segment).forEach(instruction -> part.instructions.add(instruction.clone(Map.of())));
            }
        }
        return Optional.of(part);
    }

    private static boolean jumps(AbstractInsnNode instruction) {
        return switch (instruction.getType()) {
            case AbstractInsnNode.JUMP_INSN, AbstractInsnNode.TABLESWITCH_INSN, AbstractInsnNode.LOOKUPSWITCH_INSN ->
                true;
            default -> false;
        };
    }

    /** The first instruction of each benchmark: the constant with its name. */
    private static List<AbstractInsnNode> starts(MethodNode method) {
        List<AbstractInsnNode> starts = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call
                    && call.owner.equals(DSL + "Bench")
                    && call.name.equals("benchmark")) {
                starts.add(call.getPrevious() instanceof LdcInsnNode constant ? constant : call);
            }
        }
        return starts;
    }

    /** The name of the benchmark at its first instruction. A name that is computed at run time matches no other name. */
    private static String name(AbstractInsnNode start) {
        return start instanceof LdcInsnNode constant && constant.cst instanceof String text ? text : "\0";
    }

    /** The segments of the method: the code before the first benchmark, each benchmark, and the code after {@code benchmarks(…)}. */
    private static List<List<AbstractInsnNode>> segments(MethodNode declare, Set<AbstractInsnNode> starts) {
        List<List<AbstractInsnNode>> segments = new ArrayList<>();
        List<AbstractInsnNode> segment = new ArrayList<>();
        for (AbstractInsnNode instruction : declare.instructions) {
            boolean listed = instruction instanceof MethodInsnNode call
                    && call.owner.equals(DSL + "Suite")
                    && call.name.equals("benchmarks");
            if ((listed || starts.contains(instruction)) && !segment.isEmpty()) {
                segments.add(segment);
                segment = new ArrayList<>();
            }
            if (instruction.getOpcode() >= 0) {
                segment.add(instruction);
            }
        }
        segments.add(segment);
        return segments;
    }

    /** Whether an instruction only creates values of the DSL and cannot affect another benchmark. */
    private static boolean onlyDeclares(AbstractInsnNode instruction) {
        int code = instruction.getOpcode();
        if (instruction instanceof MethodInsnNode call) {
            return call.owner.startsWith(DSL)
                    || call.owner.startsWith(MODEL)
                    || (BOXES.contains(call.owner) && call.name.equals("valueOf"));
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory");
        }
        if (instruction instanceof FieldInsnNode) {
            return code == Opcodes.GETSTATIC || code == Opcodes.GETFIELD;
        }
        boolean stores = (code >= Opcodes.ISTORE && code <= Opcodes.ASTORE) || code == Opcodes.IINC;
        boolean creates = instruction instanceof TypeInsnNode && code == Opcodes.NEW;
        return !stores && !creates;
    }

    /** A segment without the instructions that put the benchmark into the array, because they depend on the number of benchmarks. */
    private static List<AbstractInsnNode> trimmed(List<AbstractInsnNode> segment) {
        int end = segment.size();
        if (end >= 2 && isInt(segment.get(end - 1)) && code(segment, end - 2) == Opcodes.DUP) {
            end -= 2;
        }
        if (end >= 1 && code(segment, end - 1) == Opcodes.AASTORE) {
            end -= 1;
        } else if (end >= 2 && code(segment, end - 1) == Opcodes.ANEWARRAY && isInt(segment.get(end - 2))) {
            end -= 2;
        }
        return segment.subList(0, end);
    }

    private static int code(List<AbstractInsnNode> segment, int at) {
        return segment.get(at).getOpcode();
    }

    private static boolean isInt(AbstractInsnNode instruction) {
        int code = instruction.getOpcode();
        return (code >= Opcodes.ICONST_M1 && code <= Opcodes.ICONST_5)
                || code == Opcodes.BIPUSH
                || code == Opcodes.SIPUSH
                || (instruction instanceof LdcInsnNode constant && constant.cst instanceof Integer);
    }
}
