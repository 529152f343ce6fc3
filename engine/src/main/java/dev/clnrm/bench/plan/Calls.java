package dev.clnrm.bench.plan;

import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the calls of a class to what its constants do not name: classes by names made at run time, and files.
 *
 * <p>A class or a string in the code itself is a constant and is followed by {@link ClassCode}. The name given to {@code Class.forName} is
 * known only where it is the instruction just before; a longer way to it counts as unknown. A service is found by its class, whose
 * providers {@link CodeIndex} knows, so {@code ServiceLoader} counts only where that class is not the instruction before it.
 */
final class Calls extends ClassVisitor {
    /** Methods of any class loader are called by many names of its type. */
    private static final Set<String> FINDERS = Set.of("loadClass", "findClass", "defineClass", "defineHiddenClass");

    private static final Set<String> FILES = Set.of(
            "java/io/File",
            "java/io/FileInputStream",
            "java/io/FileReader",
            "java/io/RandomAccessFile",
            "java/lang/ProcessBuilder",
            "java/lang/Runtime.exec",
            "java/net/Socket",
            "java/net/URL.openStream",
            "java/net/URL.openConnection",
            "java/nio/channels/FileChannel",
            "java/nio/file/FileSystem",
            "java/nio/file/FileSystems",
            "java/nio/file/Files",
            "java/nio/file/Path",
            "java/nio/file/Paths",
            "java/util/jar/JarFile",
            "java/util/zip/ZipFile");

    /** What JMH, its libraries and the DSL find and read by themselves is known: the benchmark, and files of the run. */
    private static final Pattern HARNESS = Pattern.compile(
            "(org/openjdk/jmh|joptsimple|org/apache/commons/math3|dev/clnrm/bench/(dsl|fork|model))/.*");

    private boolean findsByName;
    private boolean readsOutside;

    Calls() {
        super(Opcodes.ASM9);
    }

    /** Whether a class of that name belongs to what runs benchmarks and not to them. */
    static boolean ofHarness(String internalName) {
        return HARNESS.matcher(internalName).matches();
    }

    /** Whether it may find any class of the class path. */
    boolean findsByName() {
        return findsByName;
    }

    /** Whether it may read what is on no class path. */
    boolean readsOutside() {
        return readsOutside;
    }

    private void called(String owner, String name, boolean constant) {
        boolean finds =
                switch (owner) {
                    case "java/lang/Class" -> name.equals("forName");
                    case "java/util/ServiceLoader" -> name.equals("load") || name.equals("loadInstalled");
                    case "java/lang/invoke/MethodHandles$Lookup" -> FINDERS.contains(name);
                    default -> name.equals("loadClass");
                };
        findsByName |= finds && !constant;
        readsOutside |= FILES.contains(owner) || FILES.contains(owner + "." + name);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            private boolean constant;

            @Override
            public void visitLdcInsn(Object value) {
                constant = true;
            }

            @Override
            public void visitMethodInsn(int code, String owner, String name, String types, boolean ofInterface) {
                called(owner, name, constant);
                constant = false;
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String types, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle) {
                        called(handle.getOwner(), handle.getName(), false);
                    }
                }
                constant = false;
            }

            @Override
            public void visitInsn(int code) {
                constant = false;
            }

            @Override
            public void visitIntInsn(int code, int operand) {
                constant = false;
            }

            @Override
            public void visitVarInsn(int code, int variable) {
                constant = false;
            }

            @Override
            public void visitTypeInsn(int code, String type) {
                constant = false;
            }

            @Override
            public void visitFieldInsn(int code, String owner, String name, String type) {
                constant = false;
            }

            @Override
            public void visitJumpInsn(int code, Label label) {
                constant = false;
            }

            @Override
            public void visitLabel(Label label) {
                constant = false;
            }
        };
    }
}
