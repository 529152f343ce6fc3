package dev.clnrm.bench.plan;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What a class does and whom it names.
 *
 * @param digest of its bytes without lines, names of local variables and the name of its source, its constants in the order of their use
 * @param names internal names of classes it may reach: every one its instructions, signatures and ancestors name, and every string
 *     that could be the name of one
 * @param findsByName whether it may reach any class, by a name that is made at run time
 * @param readsOutside whether it may read what is on no class path
 */
record ClassCode(String digest, Set<String> names, boolean findsByName, boolean readsOutside) {
    private static final int LONGEST_NAME = 500;
    private static final int TAG_CLASS = 7;
    private static final int TAG_STRING = 8;
    private static final int TAG_NAME_AND_TYPE = 12;
    private static final int TAG_METHOD_TYPE = 16;

    ClassCode {
        names = Set.copyOf(names);
    }

    static ClassCode of(byte[] bytes) {
        ClassWriter whole = new ClassWriter(0);
        ClassWriter acting = new ClassWriter(0);
        ClassReader reader = new ClassReader(bytes);
        reader.accept(whole, ClassReader.SKIP_DEBUG);
        reader.accept(new WithoutNesting(acting), ClassReader.SKIP_DEBUG);
        UnknownCalls calls = UnknownCalls.in(reader);
        return new ClassCode(
                Sha256.of(whole.toByteArray()), names(acting.toByteArray()), calls.findsByName(), calls.readsOutside());
    }

    /** The names in a class's constants. */
    private static Set<String> names(byte[] bytes) {
        Set<String> names = new TreeSet<>();
        ClassReader reader = new ClassReader(bytes);
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset == 0) {
                continue;
            }
            switch (bytes[offset - 1]) {
                case TAG_CLASS -> type(Type.getObjectType(reader.readUTF8(offset, buffer)), names);
                case TAG_STRING -> named(reader.readUTF8(offset, buffer), names);
                case TAG_NAME_AND_TYPE -> descriptor(reader.readUTF8(offset + 2, buffer), names);
                case TAG_METHOD_TYPE -> descriptor(reader.readUTF8(offset, buffer), names);
                default -> {}
            }
        }
        return names;
    }

    private static void descriptor(String descriptor, Set<String> names) {
        Type type = Type.getType(descriptor);
        if (type.getSort() == Type.METHOD) {
            type(type.getReturnType(), names);
            for (Type argument : type.getArgumentTypes()) {
                type(argument, names);
            }
        } else {
            type(type, names);
        }
    }

    private static void type(Type type, Set<String> names) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            names.add(element.getInternalName());
        }
    }

    private static void named(String text, Set<String> names) {
        if (text.length() <= LONGEST_NAME && !text.isEmpty() && Character.isJavaIdentifierStart(text.charAt(0))) {
            names.add(text.replace('.', '/'));
        }
    }

    /** Leaves out who is declared inside whom: a class is not reached for standing beside one that is. */
    private static final class WithoutNesting extends ClassVisitor {
        WithoutNesting(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitNestHost(String host) {}

        @Override
        public void visitNestMember(String member) {}

        @Override
        public void visitOuterClass(String owner, String name, String descriptor) {}

        @Override
        public void visitInnerClass(String name, String outer, String inner, int access) {}
    }
}
