package dev.clnrm.bench.cli;

import dev.clnrm.bench.os.Scratch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/** A fat jar of JMH benchmarks, compiled of text, as authors pack theirs. */
final class JmhJar {
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** A benchmark class of package {@code p}; the usual annotations stand before its body. */
    JmhJar benchmarks(String name, String body) {
        return source(
                "p." + name,
                "package p; import org.openjdk.jmh.annotations.*; import org.openjdk.jmh.infra.*;\n"
                        + "@State(Scope.Benchmark) @BenchmarkMode(Mode.AverageTime)\n"
                        + "public class " + name + " {\n" + body + "\n}\n");
    }

    JmhJar source(String name, String text) {
        sources.put(name, text);
        return this;
    }

    /** A file more. */
    JmhJar file(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    /** Compiles the classes into a folder that is not there yet, without their libraries, as a build does before it packs them. */
    Path compile(Path classes) throws IOException, URISyntaxException {
        Path work = Files.createTempDirectory(Files.createDirectories(classes.resolveSibling("")), "jmh-sources-");
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.resolveSibling(""));
            written.add(Files.writeString(file, source.getValue()));
        }
        compile(written, Files.createDirectories(classes));
        return classes;
    }

    Path write(Path jar) throws IOException, URISyntaxException {
        Path work = Files.createTempDirectory(Files.createDirectories(jar.resolveSibling("")), "jmh-jar-");
        try {
            pack(compile(work.resolve("classes")), jar);
        } finally {
            Scratch.delete(work);
        }
        return jar;
    }

    private void pack(Path classes, Path jar) throws IOException, URISyntaxException {
        Set<String> seen = new HashSet<>();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            try (Stream<Path> all = Files.walk(classes)) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    add(out, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file), seen);
                }
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(out, file.getKey(), file.getValue(), seen);
            }
            for (Path library : libraries()) {
                copy(library, out, seen);
            }
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.openjdk.jmh.Main");
        return manifest;
    }

    private static void compile(List<Path> sources, Path classes) throws IOException, URISyntaxException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        String path = Stream.concat(libraries().stream(), Stream.of(location(BenchmarkProcessor.class)))
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            manager,
                            null,
                            List.of("--release", "17", "-d", classes.toString(), "-cp", path, "-processorpath", path),
                            null,
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    /** JMH and what it needs. */
    static List<Path> libraries() throws URISyntaxException {
        return List.of(
                location(org.openjdk.jmh.annotations.Benchmark.class),
                location(joptsimple.OptionParser.class),
                location(org.apache.commons.math3.util.FastMath.class));
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void copy(Path library, JarOutputStream out, Set<String> seen) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            for (ZipEntry entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
                if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        add(out, entry.getName(), in.readAllBytes(), seen);
                    }
                }
            }
        }
    }

    private static void add(JarOutputStream out, String name, byte[] bytes, Set<String> seen) throws IOException {
        if (seen.add(name)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(bytes);
            out.closeEntry();
        }
    }

    /** The signature files of a library somebody signed. */
    static Map<String, byte[]> signatureFiles(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("library.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(library))) {
            add(out, "library.txt", new byte[] {1}, new HashSet<>());
        }
        Path keys = folder.resolve("keys.p12");
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        run(
                bin.resolve("keytool").toString(),
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storepass",
                "secret1",
                "-alias",
                "acme",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=acme");
        run(
                bin.resolve("jarsigner").toString(),
                "-keystore",
                keys.toString(),
                "-storepass",
                "secret1",
                library.toString(),
                "acme");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (JarFile jar = new JarFile(library.toFile(), false)) {
            for (String name : List.of("META-INF/ACME.SF", "META-INF/ACME.RSA")) {
                try (InputStream in = jar.getInputStream(jar.getJarEntry(name))) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    in.transferTo((OutputStream) bytes);
                    files.put(name, bytes.toByteArray());
                }
            }
        }
        return files;
    }

    private static void run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(List.of(words) + " ended with status " + process.exitValue());
        }
    }
}
