package dev.clnrm.bench.reach;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/**
 * Reads how many bytes the code of each method has. The limits of a JIT compiler count these bytes. ASM's tree does not contain them, so
 * the class file is read as section 4.7 of the JVM specification describes it.
 */
final class MethodSizes {
    /** The bytes of a member's access flags, name and type. */
    private static final int MEMBER = 6;

    /** The bytes of an attribute's name and length. */
    private static final int ATTRIBUTE = 6;

    /** The bytes before the length of a method's code: the sizes of its stack and its local variables. */
    private static final int BEFORE_LENGTH = 4;

    private final ClassReader file;
    private final char[] buffer;

    /** The position of the next structure. */
    private int at;

    private MethodSizes(byte[] bytes) {
        file = new ClassReader(bytes);
        buffer = new char[file.getMaxStringLength()];
        int interfaces = file.header + 6;
        at = interfaces + 2 + 2 * file.readUnsignedShort(interfaces);
    }

    /** The sizes by name and descriptor. A method without code has none. */
    static Map<String, Integer> of(byte[] bytes) {
        MethodSizes sizes = new MethodSizes(bytes);
        sizes.members();
        return sizes.members();
    }

    private Map<String, Integer> members() {
        Map<String, Integer> sizes = new HashMap<>();
        for (int left = count(); left > 0; left--) {
            String name = file.readUTF8(at + 2, buffer) + file.readUTF8(at + 4, buffer);
            at += MEMBER;
            for (int attributes = count(); attributes > 0; attributes--) {
                if ("Code".equals(file.readUTF8(at, buffer))) {
                    sizes.put(name, file.readInt(at + ATTRIBUTE + BEFORE_LENGTH));
                }
                at += ATTRIBUTE + file.readInt(at + 2);
            }
        }
        return sizes;
    }

    private int count() {
        at += 2;
        return file.readUnsignedShort(at - 2);
    }
}
