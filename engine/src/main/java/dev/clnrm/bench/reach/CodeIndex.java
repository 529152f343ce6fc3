package dev.clnrm.bench.reach;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.plan.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The classes and resources of a class path, read once. */
final class CodeIndex {
    private static final String CLASS = ".class";
    private static final String SERVICES = "META-INF/services/";

    /** The service of suites. A case reaches its own suite and no other. */
    private static final String SUITES = "dev.clnrm.bench.dsl.BenchmarkSuite";

    private static final String PROCESSORS = "javax.annotation.processing.Processor";

    /**
     * The method that declares all cases of a suite. The code that declares a single case is found separately, so an instance of the suite
     * does not reach this method.
     */
    static final String DECLARE = "declare()Ldev/clnrm/bench/dsl/Suite;";

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/(.+\\.class)");

    /** Lists of benchmarks and metadata of jars. They change with other cases, and no benchmark reads them. */
    private static final Pattern OF_NO_MATTER =
            Pattern.compile("META-INF/(BenchmarkList|CompilerHints|MANIFEST\\.MF|INDEX\\.LIST"
                    + "|[^/]+\\.(SF|RSA|DSA|EC)|maven/.*/pom\\.xml)|(.*/)?module-info\\.class|.*/");

    private static final Pattern VERSION_OF_JAR = Pattern.compile("META-INF/maven/.*/pom\\.properties");

    /** The classes of JMH, its libraries and the DSL. They only find the benchmark and read files of the run. */
    private static final Pattern HARNESS = Pattern.compile(
            "(org/openjdk/jmh|joptsimple|org/apache/commons/math3|dev/clnrm/bench/(dsl|fork|model))/.*");

    private final ClassFile.Pool pool;
    private final OutsideTypes outside = new OutsideTypes(this);
    private final Map<String, List<ClassFile>> classes = new HashMap<>();
    private final Map<String, List<String>> services = new TreeMap<>();
    private final Map<String, List<String>> resources = new TreeMap<>();
    private final Map<String, ClassCode> read = new HashMap<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();
    private Optional<Boolean> readsOutside = Optional.empty();

    /**
     * Reads the class path of a side.
     *
     * @param pool the class files that were already read for other sides
     */
    CodeIndex(ClassPath classPath, ClassFile.Pool pool) throws IOException {
        this.pool = pool;
        for (Path entry : classPath.entries()) {
            if (Files.isDirectory(entry)) {
                folder(entry);
            } else {
                jar(entry);
            }
        }
    }

    /** The digests of the files that are not classes, by name. */
    Map<String, List<String>> resources() {
        return Collections.unmodifiableMap(resources);
    }

    /** The files of each class, by internal name. There are several if a jar has it for several versions of Java. */
    Map<String, List<ClassFile>> classes() {
        return Collections.unmodifiableMap(classes);
    }

    boolean has(String name) {
        return classes.containsKey(name);
    }

    /** Whether a class is part of JMH, its libraries or the DSL, which every case needs. */
    static boolean ofHarness(String name) {
        return HARNESS.matcher(name).matches();
    }

    /** Whether the code of a class is followed. */
    boolean follows(String name) {
        return has(name) && !ofHarness(name);
    }

    /** The bytes of a class, as a JVM finds them. */
    byte[] bytes(String name) {
        return files(name).get(0).bytes();
    }

    private List<ClassFile> files(String name) {
        return Objects.requireNonNull(classes.get(name));
    }

    ClassCode code(String name) {
        return read.computeIfAbsent(name, missing -> files(name).stream()
                .map(ClassFile::code)
                .reduce(ClassCode::and)
                .orElseThrow());
    }

    /** The suite classes that are registered as services. */
    List<String> suites() {
        return services.getOrDefault(SUITES, List.of());
    }

    /**
     * The classes that provide a service. A case that reaches the service reaches them. Suites are not among them, because a case reaches
     * only its own suite.
     */
    List<String> providers(String service) {
        String name = service.replace('/', '.');
        return name.equals(SUITES) ? List.of() : services.getOrDefault(name, List.of());
    }

    /** The classes that provide any service, without suites. */
    List<String> providers() {
        return services.entrySet().stream()
                .filter(one -> !one.getKey().equals(SUITES))
                .flatMap(one -> one.getValue().stream())
                .toList();
    }

    /**
     * The classes that provide services of the JDK. The JDK may load them at any time. Annotation processors are omitted, because only a
     * compiler loads them.
     */
    List<String> providersOfOutside() {
        return services.entrySet().stream()
                .filter(one -> !one.getKey().equals(PROCESSORS) && outside.isOfJdk(internal(one.getKey())))
                .flatMap(one -> one.getValue().stream())
                .toList();
    }

    /** Whether any class reads something outside the class path. */
    boolean readsOutside() {
        if (readsOutside.isEmpty()) {
            readsOutside = Optional.of(classes.keySet().stream()
                    .filter(this::follows)
                    .anyMatch(name -> code(name).unknown().readsOutside()));
        }
        return readsOutside.get();
    }

    /** A class and everything it extends or implements, on the class path or not. */
    Set<String> ancestors(String name) {
        Set<String> known = ancestors.get(name);
        if (known == null) {
            known = new LinkedHashSet<>(List.of(name));
            if (follows(name)) {
                for (String parent : code(name).supers()) {
                    known.addAll(ancestors(parent));
                }
            }
            ancestors.put(name, known);
        }
        return known;
    }

    /** The classes whose code may run if this method of a class is called: the class itself or its ancestors. */
    List<String> found(String name, String method) {
        for (Optional<String> at = Optional.of(name); at.isPresent(); at = parent(at.get())) {
            if (code(at.get()).methods().containsKey(method)) {
                return List.of(at.get());
            }
        }
        return ancestors(name).stream()
                .filter(one -> follows(one) && code(one).methods().containsKey(method))
                .toList();
    }

    private Optional<String> parent(String name) {
        return code(name).supers().stream().findFirst().filter(this::follows);
    }

    /** The methods of a class, own and inherited, that code which is not followed may call on an instance. */
    Set<String> callbacks(String name) {
        Set<String> ancestors = ancestors(name);
        Set<String> called = new HashSet<>();
        boolean any = false;
        for (String one : ancestors) {
            if (!follows(one)) {
                Optional<Set<String>> methods = outside.methods(one);
                any |= methods.isEmpty();
                methods.ifPresent(called::addAll);
            }
        }
        boolean all = any;
        return ancestors.stream()
                .filter(this::follows)
                .flatMap(one -> code(one).methods().entrySet().stream())
                .filter(method -> method.getValue().open() && (all || called.contains(method.getKey())))
                .map(Map.Entry::getKey)
                .filter(method -> !method.equals(DECLARE))
                .collect(Collectors.toSet());
    }

    private void folder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Entry entry = new Entry();
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!OF_NO_MATTER.matcher(name).matches()) {
                entry.add(name, Files.readAllBytes(file));
            }
        }
        entry.end();
    }

    private void jar(Path jar) throws IOException {
        Entry entry = new Entry();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry file : Collections.list(zip.entries())) {
                if (!OF_NO_MATTER.matcher(file.getName()).matches()) {
                    try (InputStream in = zip.getInputStream(file)) {
                        entry.add(file.getName(), in.readAllBytes());
                    }
                }
            }
        }
        entry.end();
    }

    /** A jar or folder that is being read. If several contain the same class, the first one counts. */
    private final class Entry {
        private final Map<String, List<ClassFile>> own = new HashMap<>();
        private final Map<String, ClassFile> versioned = new TreeMap<>();

        void add(String name, byte[] content) {
            if (VERSIONED.matcher(name).matches()) {
                versioned.put(name, pool.of(content));
            } else if (name.endsWith(CLASS)) {
                put(own, className(name), pool.of(content));
            } else if (name.startsWith(SERVICES)) {
                String service = name.substring(SERVICES.length());
                services.computeIfAbsent(service, n -> new ArrayList<>()).addAll(providers(content));
                if (!service.equals(SUITES)) {
                    put(resources, name, Sha256.of(content));
                }
            } else {
                boolean version = VERSION_OF_JAR.matcher(name).matches();
                put(resources, name, Sha256.of(version ? withoutComments(content) : content));
            }
        }

        void end() {
            versioned.forEach(
                    (name, file) -> put(own, className(VERSIONED.matcher(name).replaceFirst("$1")), file));
            own.forEach(classes::putIfAbsent);
        }
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

    /** A properties file without its comments, because they contain the time of packing. */
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
}
