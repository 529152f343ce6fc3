package dev.clnrm.bench.plan;

import dev.clnrm.bench.config.ClassPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private final Map<String, Optional<ClassSource>> sources = new HashMap<>();
    private final String resourceDigest;

    CodeIndex(ClassPath classPath) throws IOException {
        for (Path entry : classPath.entries()) {
            add(Files.isDirectory(entry) ? folder(entry) : jar(entry));
        }
        Sha256 digest = new Sha256();
        resources.forEach((name, contents) -> {
            digest.add(name);
            contents.forEach(digest::add);
        });
        resourceDigest = digest.hex();
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
     * @return empty if one of the others names that class, so that any of its code may be reached
     */
    Optional<Reached> reach(Set<String> from, String apart) {
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
            ClassCode code = read.computeIfAbsent(name, this::code);
            reached.put(name, code.digest());
            if (code.names().contains(apart) || (code.findsByName() && !apart.isEmpty())) {
                return Optional.empty();
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
        return Optional.of(new Reached(reached, readsOutside));
    }

    /** Where a class was compiled from; what is declared inside a benchmark belongs to it. Empty if it does not say, or is not there. */
    Optional<ClassSource> source(String name) {
        return sources.computeIfAbsent(name, this::readSource);
    }

    private Optional<ClassSource> readSource(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        Optional<ClassSource> own = ClassSource.of(bytes(name));
        int nested = name.indexOf('$');
        boolean inBenchmark = nested > 0
                && has(name.substring(0, nested))
                && ClassSource.of(bytes(name.substring(0, nested)))
                        .filter(ClassSource::benchmark)
                        .isPresent();
        return inBenchmark ? own.map(ClassSource::ofBenchmark) : own;
    }

    /**
     * The classes of a benchmark: those these names lead to by way of others that belong to it.
     *
     * @param from what is known of some of its classes already, by name
     * @param belongs whether a class belongs to it
     */
    Map<String, BenchmarkClass> reach(Map<String, ClassCode> from, Predicate<ClassSource> belongs) {
        Map<String, BenchmarkClass> reached = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(from.keySet());
        while (!open.isEmpty()) {
            String name = open.remove();
            Optional<ClassSource> source = reached.containsKey(name) ? Optional.empty() : source(name);
            if (source.filter(belongs).isPresent()) {
                ClassCode code =
                        Optional.ofNullable(from.get(name)).orElseGet(() -> read.computeIfAbsent(name, this::code));
                reached.put(name, new BenchmarkClass(code.digest(), source.get().file()));
                open.addAll(code.names());
            }
        }
        return reached;
    }

    /** What a class does and whom it names. */
    ClassCode of(String name) {
        return read.computeIfAbsent(name, this::code);
    }

    /**
     * Whether a class of the one kind names a class of the other, without being of it.
     *
     * @param users who may name them
     * @param used what may be named
     */
    boolean names(Predicate<ClassSource> users, Predicate<ClassSource> used) {
        return classes.keySet().stream()
                .filter(name -> source(name).filter(users).isPresent())
                .anyMatch(name -> of(name).names().stream()
                        .anyMatch(named -> source(named).filter(used).isPresent()));
    }

    /** All versions of a class. */
    private ClassCode code(String name) {
        List<ClassCode> versions = classes.getOrDefault(name, List.of()).stream()
                .map(ClassCode::of)
                .toList();
        Sha256 digest = new Sha256();
        versions.forEach(one -> digest.add(one.digest()));
        return new ClassCode(
                digest.hex(),
                versions.stream().flatMap(one -> one.names().stream()).collect(Collectors.toSet()),
                versions.stream().anyMatch(ClassCode::findsByName),
                versions.stream().anyMatch(ClassCode::readsOutside));
    }

    private static Map<String, byte[]> folder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (Path file : files) {
            found.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return found;
    }

    private static Map<String, byte[]> jar(Path jar) throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!OF_NO_MATTER.matcher(entry.getName()).matches()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        found.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
        return found;
    }

    private void add(Map<String, byte[]> found) {
        Map<String, List<byte[]>> own = new HashMap<>();
        Map<String, byte[]> versioned = new TreeMap<>();
        found.forEach((name, content) -> {
            if (OF_NO_MATTER.matcher(name).matches()) {
                return;
            }
            if (VERSIONED.matcher(name).matches()) {
                versioned.put(name, content);
            } else if (name.endsWith(CLASS)) {
                put(own, className(name), content);
            } else if (name.startsWith(SERVICES)) {
                services.computeIfAbsent(name.substring(SERVICES.length()), n -> new ArrayList<>())
                        .addAll(providers(content));
            } else {
                boolean version = VERSION_OF_JAR.matcher(name).matches();
                put(resources, name, Sha256.of(version ? withoutComments(content) : content));
            }
        });
        versioned.forEach(
                (name, content) -> put(own, className(VERSIONED.matcher(name).replaceFirst("$1")), content));
        own.forEach(classes::putIfAbsent);
    }

    private static <T> void put(Map<String, List<T>> all, String name, T one) {
        all.computeIfAbsent(name, n -> new ArrayList<>(1)).add(one);
    }

    private static List<String> providers(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(CodeIndex::internal)
                .toList();
    }

    /** When a jar was packed stands in a comment. */
    private static byte[] withoutComments(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n"))
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
}
