package dev.clnrm.bench.reach;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/**
 * How many bytes the code of each method has: what the limits of a JIT compiler count. ASM's tree does not keep it, so the file is read as section
 * 4.7 of the JVM's specification lays it out.
 */
final class MethodSizes {
    /** Access flags, name and type of a member. */
    private static final int MEMBER = 6;

    /** Name and length of an attribute. */
    private static final int ATTRIBUTE = 6;

    /** The stack and the local variables of a method, before the length of its code. */
    private static final int BEFORE_LENGTH = 4;

    private final ClassReader file;
    private final char[] buffer;

    /** Where the next structure begins. */
    private int at;

    private MethodSizes(byte[] bytes) {
        file = new ClassReader(bytes);
        buffer = new char[file.getMaxStringLength()];
        int interfaces = file.header + 6;
        at = interfaces + 2 + 2 * file.readUnsignedShort(interfaces);
    }

    /** By name and descriptor; a method without code has none. */
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
