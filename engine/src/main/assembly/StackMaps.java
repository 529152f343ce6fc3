import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Adds stack maps to the classes of a jar that are compiled for Java 5. Without stack maps a JVM stores no class in an archive of classes: at
 * each start it reads the class from the jar and verifies it by the slow verifier of that time. Nothing else is changed, and the jar says so.
 */
final class StackMaps {
    private static final String NOTICE = "META-INF/CHANGES.txt";

    private StackMaps() {}

    /** Rewrites the jar that is named, unless that is done. */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Path changed = jar.resolveSibling(jar.getFileName() + ".changed");
        try (JarFile in = new JarFile(jar.toFile());
                URLClassLoader types = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            if (in.getEntry(NOTICE) != null) {
                return;
            }
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(changed))) {
                for (JarEntry entry : Collections.list(in.entries())) {
                    byte[] content = in.getInputStream(entry).readAllBytes();
                    boolean type = entry.getName().endsWith(".class") && !entry.getName().contains("module-info");
                    write(out, entry.getName(), entry.getTime(), type ? mapped(content, types) : content);
                }
                String notice = "Changed for clnrm-bench: its classes have stack maps and the class file version 52. Nothing else differs.\n";
                write(out, NOTICE, in.entries().nextElement().getTime(), notice.getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(JarOutputStream out, String name, long time, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(time);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static byte[] mapped(byte[] content, ClassLoader types) {
        ClassReader reader = new ClassReader(content);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return types;
            }
        };
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
                        super.visit(Math.max(version, Opcodes.V1_8), access, name, signature, parent, interfaces);
                    }
                },
                ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
