package dev.clnrm.bench.plan;

import dev.clnrm.bench.config.ClassPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The classes and resources of a class path, read once. */
final class CodeIndex {
    private static final String CLASS = ".class";
    private static final String SERVICES = "META-INF/services/";

    /** The suites of the author: a case reaches its own and no other. */
    private static final String SUITES = "dev.clnrm.bench.dsl.BenchmarkSuite";

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/(.+\\.class)");

    /** Lists of benchmarks and facts about the packing: they change with other cases, and no benchmark reads them. */
    private static final Pattern OF_NO_MATTER =
            Pattern.compile("META-INF/(BenchmarkList|CompilerHints|MANIFEST\\.MF|INDEX\\.LIST"
                    + "|[^/]+\\.(SF|RSA|DSA|EC)|maven/.*/pom\\.xml)|(.*/)?module-info\\.class|.*/");

    private static final Pattern VERSION_OF_JAR = Pattern.compile("META-INF/maven/.*/pom\\.properties");

    private final Map<String, List<byte[]>> classes = new HashMap<>();
    private final Map<String, List<String>> services = new TreeMap<>();
    private final Map<String, List<String>> resources = new TreeMap<>();
    private final Map<String, ClassCode> read = new HashMap<>();
    private final String resourceDigest;

    private CodeIndex(ClassPath classPath) throws IOException {
        for (Path entry : classPath.entries()) {
            if (Files.isDirectory(entry)) {
                folder(entry);
            } else {
                jar(entry);
            }
        }
        Sha256 digest = new Sha256();
        resources.forEach((name, contents) -> {
            digest.add(name);
            contents.forEach(digest::add);
        });
        resourceDigest = digest.hex();
    }

    static CodeIndex of(ClassPath classPath) throws IOException {
        return new CodeIndex(classPath);
    }

    /** A digest of every file that is no class. */
    String resources() {
        return resourceDigest;
    }

    boolean has(String internalName) {
        return classes.containsKey(internalName);
    }

    /** The bytes of a class, as a JVM finds them. */
    byte[] bytes(String internalName) {
        return classes.getOrDefault(internalName, List.of(new byte[0])).get(0);
    }

    /** Suite classes that are offered as services. */
    List<String> suites() {
        return services.getOrDefault(SUITES, List.of());
    }

    /**
     * Every class these names lead to. If one of them finds classes by names made at run time, that is every class there is.
     *
     * @param from internal names; those of no class on the class path are passed over
     * @param apart a class whose own code is counted elsewhere
     * @throws Reaches if one of the others names that class, so that any of its code may be reached
     */
    Reached reach(Set<String> from, String apart) throws Reaches {
        Map<String, String> reached = new TreeMap<>();
        boolean readsOutside = false;
        boolean all = false;
        Deque<String> open = new ArrayDeque<>(from);
        services.forEach((service, providers) -> {
            if (!has(internal(service))) {
                open.addAll(providers);
            }
        });
        while (!open.isEmpty()) {
            String name = open.remove();
            if (name.equals(apart) || reached.containsKey(name) || !has(name)) {
                continue;
            }
            ClassCode code = code(name);
            reached.put(name, code.digest());
            if (code.names().contains(apart) || (code.findsByName() && !apart.isEmpty())) {
                throw new Reaches(name);
            }
            readsOutside |= code.readsOutside();
            if (code.findsByName() && !all) {
                all = true;
                classes.keySet().stream().sorted().forEach(open::add);
            }
            open.addAll(code.names());
            String service = name.replace('/', '.');
            if (!service.equals(SUITES)) {
                open.addAll(services.getOrDefault(service, List.of()));
            }
        }
        return new Reached(reached, readsOutside);
    }

    private ClassCode code(String name) {
        return read.computeIfAbsent(name, missing -> {
            List<byte[]> versions = classes.getOrDefault(missing, List.of());
            Set<String> names = new TreeSet<>();
            Sha256 digest = new Sha256();
            boolean findsByName = false;
            boolean readsOutside = false;
            for (byte[] bytes : versions) {
                ClassCode one = ClassCode.of(bytes);
                findsByName |= one.findsByName();
                readsOutside |= one.readsOutside();
                digest.add(one.digest());
                names.addAll(one.names());
            }
            return new ClassCode(digest.hex(), names, findsByName, readsOutside);
        });
    }

    private void folder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (Path file : files) {
            found.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        add(found);
    }

    private void jar(Path jar) throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!OF_NO_MATTER.matcher(entry.getName()).matches()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        found.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
        add(found);
    }

    private void add(Map<String, byte[]> found) throws IOException {
        Map<String, List<byte[]>> own = new HashMap<>();
        Map<String, byte[]> versioned = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : found.entrySet()) {
            String name = file.getKey();
            if (OF_NO_MATTER.matcher(name).matches()) {
                continue;
            }
            if (VERSIONED.matcher(name).matches()) {
                versioned.put(name, file.getValue());
            } else if (name.endsWith(CLASS)) {
                own.computeIfAbsent(className(name), n -> new ArrayList<>()).add(file.getValue());
            } else if (name.startsWith(SERVICES)) {
                services.computeIfAbsent(name.substring(SERVICES.length()), n -> new ArrayList<>())
                        .addAll(providers(file.getValue()));
            } else {
                boolean version = VERSION_OF_JAR.matcher(name).matches();
                resources
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .add(Sha256.of(version ? withoutComments(file.getValue()) : file.getValue()));
            }
        }
        versioned.forEach((name, bytes) -> {
            Matcher matcher = VERSIONED.matcher(name);
            if (matcher.matches()) {
                own.computeIfAbsent(className(matcher.group(1)), n -> new ArrayList<>())
                        .add(bytes);
            }
        });
        own.forEach(classes::putIfAbsent);
    }

    private static List<String> providers(byte[] file) throws IOException {
        return new String(new ByteArrayInputStream(file).readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(CodeIndex::internal)
                .toList();
    }

    /** When a jar was packed stands in a comment. */
    private static byte[] withoutComments(byte[] properties) {
        return String.join(
                        "\n",
                        new String(properties, StandardCharsets.UTF_8)
                                .lines()
                                .filter(line -> !line.startsWith("#"))
                                .sorted()
                                .toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String internal(String className) {
        return className.replace('.', '/');
    }

    private static String className(String file) {
        return file.substring(0, file.length() - CLASS.length());
    }

    /**
     * The classes some names lead to.
     *
     * @param digests of the classes, sorted by name
     * @param readsOutside whether one of them may read what is on no class path
     */
    record Reached(Map<String, String> digests, boolean readsOutside) {}

    /** A class that was to be counted by its parts is named by another. */
    static final class Reaches extends Exception {
        private static final long serialVersionUID = 1L;

        Reaches(String by) {
            super(by);
        }
    }
}
