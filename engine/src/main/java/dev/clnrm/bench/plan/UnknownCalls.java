package dev.clnrm.bench.plan;

import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Whether a class calls what its constants do not name: classes by names made at run time, and files.
 *
 * <p>A class or a string in the code itself is a constant and is followed by {@link ClassCode}. The name given to {@code Class.forName} is
 * known only if it is the instruction just before; a longer way to it counts as unknown. A service is found by its class, whose
 * providers {@link CodeIndex} knows, so {@code ServiceLoader} counts only if that class is not the instruction before it.
 *
 * @param findsByName whether it may find any class of the class path
 * @param readsOutside whether it may read what is on no class path
 */
record UnknownCalls(boolean findsByName, boolean readsOutside) {
    private static final UnknownCalls NONE = new UnknownCalls(false, false);

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

    static UnknownCalls in(ClassReader reader) {
        if (HARNESS.matcher(reader.getClassName()).matches()) {
            return NONE;
        }
        ClassNode read = new ClassNode();
        reader.accept(read, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        UnknownCalls all = NONE;
        for (MethodNode method : read.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                all = all.and(instruction);
            }
        }
        return all;
    }

    private UnknownCalls and(AbstractInsnNode instruction) {
        UnknownCalls all = this;
        if (instruction instanceof MethodInsnNode call) {
            all = all.and(call.owner, call.name, call.getPrevious() instanceof LdcInsnNode);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            for (Object argument : dynamic.bsmArgs) {
                if (argument instanceof Handle handle) {
                    all = all.and(handle.getOwner(), handle.getName(), false);
                }
            }
        }
        return all;
    }

    private UnknownCalls and(String owner, String name, boolean constant) {
        boolean finds =
                switch (owner) {
                    case "java/lang/Class" -> name.equals("forName");
                    case "java/util/ServiceLoader" -> name.equals("load") || name.equals("loadInstalled");
                    case "java/lang/invoke/MethodHandles$Lookup" -> FINDERS.contains(name);
                    default -> name.equals("loadClass");
                };
        return new UnknownCalls(
                findsByName || (finds && !constant),
                readsOutside || FILES.contains(owner) || FILES.contains(owner + "." + name));
    }
}
