package dev.clnrm.bench.measure;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.Target;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Separate classes for every DSL case that shares a JVM. One method calls all bodies of the same shape; if a JVM measures several of
 * them, the compiler sees many targets of that call and inlines none. So each case gets a copy of its shape, and of the code that JMH
 * generated for it, with another name.
 *
 * @param jar the jar of the classes
 * @param targets the copies that a fork runs, by the shape of the DSL that each replaces
 */
record OwnClasses(Path jar, Map<Target.Jmh, Target.Jmh> targets) {
    private static final String SHAPES = Target.Jmh.SHAPES.replace('.', '/');
    private static final String GENERATED = SHAPES + "jmh_generated/";
    private static final String HINTS = "META-INF/CompilerHints";

    /** No classes, for a JVM that measures one case. */
    static final OwnClasses NONE = new OwnClasses(Path.of(""), Map.of());

    OwnClasses {
        targets = Map.copyOf(targets);
    }

    /** The launch with these classes after its own. */
    Launch behind(Launch launch) {
        return targets.isEmpty() ? launch : launch.with(launch.classPath().followedBy(List.of(jar)));
    }

    /** The target that a fork runs in place of the given one. */
    Target.Jmh of(Target.Jmh target) {
        return targets.getOrDefault(target, target);
    }

    /** Whether each of these shapes has a copy. */
    boolean covers(List<Target.Jmh> wanted) {
        return wanted.stream().allMatch(target -> !target.isShape() || targets.containsKey(target));
    }

    /**
     * Copies the shapes of these targets into a jar.
     *
     * @param from the class path of the shapes
     * @param targets the targets; those that are not shapes of the DSL have their own classes and are not copied
     * @param jar the new file
     */
    static OwnClasses write(ClassPath from, List<Target.Jmh> targets, Path jar) throws IOException {
        Map<Target.Jmh, Target.Jmh> own = new LinkedHashMap<>();
        try (URLClassLoader classes = loader(from);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(0);
            List<String> hints = hints(from);
            Set<String> ownHints = new TreeSet<>();
            for (Target.Jmh target : targets) {
                if (target.isShape()) {
                    Copy copy = new Copy(shape(target), shape(target) + "Of" + own.size());
                    copy.write(target.generatedTarget(), classes, out);
                    hints.forEach(hint -> ownHints.add(copy.renamed(hint)));
                    own.put(target, copy.renamed(target));
                }
            }
            out.putNextEntry(new ZipEntry(HINTS));
            out.write(String.join("\n", ownHints).getBytes(StandardCharsets.UTF_8));
        }
        return new OwnClasses(jar, own);
    }

    private static URLClassLoader loader(ClassPath classPath) throws IOException {
        URL[] urls = new URL[classPath.entries().size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath.entries().get(i).toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static List<String> hints(ClassPath classPath) throws IOException {
        return ForkCommand.hints(classPath).stream()
                .filter(line -> line.contains(SHAPES))
                .toList();
    }

    /** The class of the shape: {@code ObjectBody} of {@code dev.clnrm.bench.fork.internal.ObjectBody.Shared.none}. */
    private static String shape(Target.Jmh target) {
        String rest = target.benchmark().substring(Target.Jmh.SHAPES.length());
        return rest.substring(0, rest.indexOf('.'));
    }

    /** Copies one shape under another name, with every class of the shape that it refers to. */
    private static final class Copy extends Remapper {
        private final String shape;
        private final String own;
        private final Set<String> found = new LinkedHashSet<>();
        private final Deque<String> open = new ArrayDeque<>();

        Copy(String shape, String own) {
            super(org.objectweb.asm.Opcodes.ASM9);
            this.shape = shape;
            this.own = own;
        }

        @Override
        public String map(String name) {
            boolean shapes = name.equals(SHAPES + shape) || name.startsWith(SHAPES + shape + "$");
            boolean generated = name.startsWith(GENERATED + shape + "_");
            if (!shapes && !generated) {
                return name;
            }
            if (found.add(name)) {
                open.add(name);
            }
            String start = shapes ? SHAPES : GENERATED;
            return start + own + name.substring(start.length() + shape.length());
        }

        void write(String generatedTarget, ClassLoader classes, ZipOutputStream out) throws IOException {
            map(generatedTarget.substring(0, generatedTarget.lastIndexOf('.')).replace('.', '/'));
            while (!open.isEmpty()) {
                String name = open.remove();
                try (InputStream bytes = classes.getResourceAsStream(name + ".class")) {
                    if (bytes == null) {
                        throw new FileNotFoundException("the class path does not have " + name + ".class");
                    }
                    ClassWriter writer = new ClassWriter(0);
                    new ClassReader(bytes).accept(new ClassRemapper(writer, this), 0);
                    out.putNextEntry(new ZipEntry(map(name) + ".class"));
                    out.write(writer.toByteArray());
                    out.closeEntry();
                }
            }
        }

        String renamed(String hint) {
            return hint.replace(SHAPES + shape + ".", SHAPES + own + ".");
        }

        Target.Jmh renamed(Target.Jmh target) {
            String start = Target.Jmh.SHAPES;
            String generated = GENERATED.replace('/', '.');
            return new Target.Jmh(
                    start + own + target.benchmark().substring(start.length() + shape.length()),
                    generated + own + target.generatedTarget().substring(generated.length() + shape.length()),
                    target.threads(),
                    target.threadGroups(),
                    target.threadGroupLabels(),
                    target.operations(),
                    target.batchSize(),
                    target.parameters());
        }
    }
}
