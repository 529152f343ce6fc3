package dev.clnrm.bench.reach;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Reads the references of a method to other code. */
final class MethodReader {
    private static final int LONGEST_NAME = 500;

    /** The bootstrap methods whose calls create an instance of an interface, and of the interfaces among their arguments. */
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    /** Methods that take a class as a value but give no access to its methods. */
    private static final Set<String> HARMLESS = Set.of("""
            cast desiredAssertionStatus findStaticVarHandle findVarHandle getClassLoader getDeclaredField getField
            getName getPackage getResource getResourceAsStream getSimpleName getTypeName hashCode
            isAssignableFrom isInstance newUpdater privateLookupIn""".split("\\s+"));

    private final Set<Use> uses = new LinkedHashSet<>();
    private UnknownCalls unknown = UnknownCalls.NONE;

    private MethodReader() {}

    static MethodCode read(MethodNode method) {
        MethodReader reader = new MethodReader();
        reader.types(method.desc);
        method.instructions.forEach(reader::instruction);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (block.type != null) {
                reader.add(Use.of(Use.Kind.CLASS, block.type));
            }
        }
        boolean open =
                (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0 && !method.name.startsWith("<");
        return new MethodCode(open, List.copyOf(reader.uses), reader.unknown);
    }

    private void add(Use use) {
        if (use.matters()) {
            uses.add(use);
        }
    }

    private void instruction(AbstractInsnNode instruction) {
        switch (instruction.getType()) {
            case AbstractInsnNode.TYPE_INSN -> {
                Use.Kind kind = instruction.getOpcode() == Opcodes.NEW ? Use.Kind.CREATE : Use.Kind.CLASS;
                add(Use.of(kind, Type.getObjectType(((TypeInsnNode) instruction).desc)));
            }
            case AbstractInsnNode.MULTIANEWARRAY_INSN ->
                add(Use.of(Use.Kind.CLASS, Type.getType(((MultiANewArrayInsnNode) instruction).desc)));
            case AbstractInsnNode.FIELD_INSN -> {
                FieldInsnNode field = (FieldInsnNode) instruction;
                add(Use.of(Use.Kind.CLASS, field.owner));
                add(Use.of(Use.Kind.TYPE, Type.getType(field.desc)));
            }
            case AbstractInsnNode.METHOD_INSN -> call((MethodInsnNode) instruction);
            case AbstractInsnNode.INVOKE_DYNAMIC_INSN -> {
                InvokeDynamicInsnNode dynamic = (InvokeDynamicInsnNode) instruction;
                types(dynamic.desc);
                handle(dynamic.bsm);
                boolean lambda = dynamic.bsm.getOwner().equals(LAMBDAS);
                if (lambda) {
                    add(Use.of(Use.Kind.CREATE, Type.getReturnType(dynamic.desc)));
                }
                for (Object argument : dynamic.bsmArgs) {
                    if (lambda && argument instanceof Type type && type.getSort() == Type.OBJECT) {
                        add(Use.of(Use.Kind.CREATE, type));
                    } else {
                        constant(argument, instruction);
                    }
                }
            }
            case AbstractInsnNode.LDC_INSN -> constant(((LdcInsnNode) instruction).cst, instruction);
            default -> {}
        }
    }

    private void call(MethodInsnNode call) {
        boolean exact = call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
        add(new Use(exact ? Use.Kind.CALL : Use.Kind.DISPATCH, call.owner, call.name + call.desc));
        types(call.desc);
        unknown = unknown.and(UnknownCalls.of(call.owner, call.name, call.getPrevious() instanceof LdcInsnNode));
    }

    private void handle(Handle handle) {
        String owner = handle.getOwner();
        String method = handle.getName() + handle.getDesc();
        switch (handle.getTag()) {
            case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE -> add(new Use(Use.Kind.DISPATCH, owner, method));
            case Opcodes.H_INVOKESTATIC, Opcodes.H_INVOKESPECIAL -> add(new Use(Use.Kind.CALL, owner, method));
            case Opcodes.H_NEWINVOKESPECIAL -> {
                add(Use.of(Use.Kind.CREATE, owner));
                add(new Use(Use.Kind.CALL, owner, method));
            }
            default -> add(Use.of(Use.Kind.CLASS, owner));
        }
        unknown = unknown.and(UnknownCalls.of(owner, handle.getName(), false));
    }

    private void constant(Object constant, AbstractInsnNode at) {
        if (constant instanceof Type type) {
            if (type.getSort() == Type.METHOD) {
                types(type.getDescriptor());
            } else {
                add(Use.of(harmless(at) ? Use.Kind.CLASS : Use.Kind.VALUE, type));
            }
        } else if (constant instanceof Handle handle) {
            handle(handle);
        } else if (constant instanceof ConstantDynamic dynamic) {
            types(dynamic.getDescriptor().startsWith("(") ? dynamic.getDescriptor() : "()" + dynamic.getDescriptor());
            handle(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i), at);
            }
        } else if (constant instanceof String text && couldName(text)) {
            add(Use.of(Use.Kind.VALUE, text.replace('.', '/')));
        }
    }

    /** Whether the next call takes the class and gives no access to its methods. Only constants may come before that call. */
    private static boolean harmless(AbstractInsnNode at) {
        AbstractInsnNode next = at.getNext();
        while (next != null
                && (next.getOpcode() < 0 || next instanceof LdcInsnNode || next.getOpcode() == Opcodes.GETSTATIC)) {
            next = next.getNext();
        }
        return next instanceof MethodInsnNode call && call.owner.startsWith("java/") && HARMLESS.contains(call.name);
    }

    private static boolean couldName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && Character.isJavaIdentifierStart(text.charAt(0))
                && text.chars().allMatch(c -> c == '.' || c == '/' || Character.isJavaIdentifierPart(c));
    }

    private void types(String descriptor) {
        Type method = Type.getMethodType(descriptor);
        add(Use.of(Use.Kind.TYPE, method.getReturnType()));
        for (Type argument : method.getArgumentTypes()) {
            add(Use.of(Use.Kind.TYPE, argument));
        }
    }
}
