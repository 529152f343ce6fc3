package dev.clnrm.bench.config;

import dev.clnrm.bench.fork.internal.DeclareMain;
import dev.clnrm.bench.fork.internal.JmhList;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Declared;
import dev.clnrm.bench.model.JmhEntry;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.RecordCodec;
import dev.clnrm.bench.model.SuiteSpec;
import dev.clnrm.bench.os.PassedVariables;
import dev.clnrm.bench.os.Program;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Loads suite classes in a separate process, so that their code cannot affect this one. Reads the lists of JMH benchmarks without running
 * their code.
 */
public final class SuiteProcess implements SuiteLoader {
    /** The time limit of declaring. Declaring only creates values, which takes less than a second; the rest is for slow machines. */
    private static final double PATIENCE_SECONDS = 30;

    /** The package of the benchmarks that run the bodies of suites. */
    private static final String SHAPES = DeclareMain.class.getPackageName() + ".";

    private final Path directory;
    private final Path scratch;
    private final Optional<Jvm> jvm;
    private final List<Path> own;
    private final Map<String, String> environment;
    private final PrintedClassPaths printed;
    private final double patienceSeconds;
    private final List<SuiteSource.Dsl> expected = new ArrayList<>();
    private final IdentityHashMap<SuiteSource.Dsl, Declared> answered = new IdentityHashMap<>();
    private Optional<String> java = Optional.empty();

    /**
     * Creates a loader.
     *
     * @param directory the folder that paths of sources are relative to
     * @param scratch an existing folder for temporary files
     * @param jvm the JVM that loads suite classes; if empty, the JDK of their {@code java:} if this machine has it, or else this
     *     program's own
     * @param own this program's jars of the DSL and JMH, for class paths without them
     * @param environment the environment variables; suite classes and class path commands get those that they need
     */
    public SuiteProcess(
            Path directory, Path scratch, Optional<Jvm> jvm, List<Path> own, Map<String, String> environment) {
        this(directory, scratch, jvm, own, environment, PATIENCE_SECONDS);
    }

    /** Creates a loader with another time limit. */
    SuiteProcess(
            Path directory,
            Path scratch,
            Optional<Jvm> jvm,
            List<Path> own,
            Map<String, String> environment,
            double patienceSeconds) {
        this.directory = directory;
        this.scratch = scratch;
        this.jvm = jvm;
        this.own = List.copyOf(own);
        this.environment = Map.copyOf(environment);
        this.printed = new PrintedClassPaths(directory, environment);
        this.patienceSeconds = patienceSeconds;
    }

    @Override
    public void expect(BudgetsFile file) {
        expected.clear();
        answered.clear();
        java = file.measure().java();
        for (SuiteSource source : file.suites()) {
            if (source instanceof SuiteSource.Dsl dsl) {
                expected.add(dsl);
            }
        }
    }

    @Override
    public Declared load(SuiteSource source) throws CannotLoad {
        if (source instanceof SuiteSource.Jmh jmh) {
            return new Declared(List.of(suiteOf(jmh)), List.of());
        }
        SuiteSource.Dsl dsl = (SuiteSource.Dsl) source;
        Declared known = answered.remove(dsl);
        return known == null ? ask(dsl) : known;
    }

    /** The class path of a source's forks. */
    public ClassPath classPath(SuiteSource source) throws CannotLoad {
        ClassPath written = written(source.classpath());
        if (source instanceof SuiteSource.Jmh) {
            return written;
        }
        if (!written.has(DslVersion.SUITE)) {
            return written.followedBy(own);
        }
        DslVersion.check(written, own);
        return written;
    }

    private ClassPath written(WrittenClassPath classpath) throws CannotLoad {
        ClassPath entries = classpath.in(directory);
        if (classpath.command().isEmpty()) {
            return entries;
        }
        List<Path> more = printed.of(classpath.command().get());
        return entries.followedBy(ClassPath.of(directory, more).entries());
    }

    /** Whether the files of a source exist. A class path command does not run, because it may need a build. */
    public boolean isBuilt(SuiteSource source) {
        try {
            source.classpath().in(directory);
            return true;
        } catch (CannotLoad e) {
            return false;
        }
    }

    /**
     * The annotated benchmarks that a class path lists.
     *
     * @throws CannotLoad if there are some and the version of their JMH is unknown
     */
    public static List<JmhEntry> entries(ClassPath classPath) throws CannotLoad {
        List<JmhEntry> entries = new ArrayList<>();
        List<byte[]> lists = classPath.resources(JmhList.PATH);
        if (!lists.isEmpty()) {
            JmhVersion.of(classPath);
        }
        boolean encoded = classPath.has(JmhList.ENCODER);
        for (byte[] content : lists) {
            try {
                entries.addAll(JmhList.read(content, encoded));
            } catch (IOException e) {
                throw new CannotLoad(
                        "its " + JmhList.PATH + " is " + e.getMessage(), "build it with JMH 1.13 or later");
            }
        }
        return entries;
    }

    /** The preferred mode of a benchmark with several: time per operation before rates, rates before distributions. */
    public static JmhEntry preferred(List<JmhEntry> modes) {
        return modes.stream().min(Comparator.comparing(JmhEntry::mode)).orElseThrow();
    }

    private SuiteSpec suiteOf(SuiteSource.Jmh source) throws CannotLoad {
        Predicate<JmhEntry> included = anyOf(source.include().isEmpty() ? List.of("") : source.include());
        Predicate<JmhEntry> excluded = anyOf(source.exclude());
        List<JmhEntry> entries = entries(classPath(source)).stream()
                .filter(entry -> !entry.name().startsWith(SHAPES))
                .toList();
        String shown = source.classpath().shown();
        if (entries.isEmpty()) {
            throw new CannotLoad(
                    shown + " has no JMH benchmarks: it lacks " + JmhList.PATH + ", or the list is empty",
                    withoutBenchmarks(source.classpath().jar()));
        }
        Map<String, List<JmhEntry>> byName = entries.stream()
                .filter(included.and(excluded.negate()))
                .collect(Collectors.groupingBy(JmhEntry::name, LinkedHashMap::new, Collectors.toList()));
        if (byName.isEmpty()) {
            boolean one = entries.size() == 1;
            throw new CannotLoad(
                    (one ? "the only benchmark" : "none of the " + entries.size() + " benchmarks") + " of " + shown
                            + " is " + (one ? "not included" : "included"),
                    (one ? "it is " : "one of them is ") + entries.get(0).name());
        }
        List<BenchmarkSpec> benchmarks = byName.values().stream()
                .map(SuiteProcess::preferred)
                .map(entry -> Annotated.filled(
                        BenchmarkSpec.of(entry.name(), Annotated.source(entry), source.place()),
                        entry,
                        source.params()))
                .toList();
        return new SuiteSpec(source.name(), Measure.OPEN, benchmarks, List.of(), List.of(), source.place());
    }

    private static String withoutBenchmarks(boolean jar) {
        String compiled =
                "JMH's annotation processor writes the list while the benchmarks are compiled, so the build needs"
                        + " jmh-generator-annprocess, must not exclude the benchmarks or say -proc:none, and from JDK 23 on"
                        + " needs -proc:full or a processor path; ";
        return compiled
                + (jar
                        ? "a shaded jar must keep META-INF/BenchmarkList and META-INF/CompilerHints; if the benchmarks are in"
                                + " other jars or folders, name these with `jmh: {classpath: …}`"
                        : "the class path needs the folder or jar that the benchmarks are compiled to, such as"
                                + " target/test-classes");
    }

    /** Whether one of these regular expressions, which the file's reader has checked, matches. */
    private static Predicate<JmhEntry> anyOf(List<String> expressions) {
        List<Predicate<String>> found =
                expressions.stream().map(e -> Pattern.compile(e).asPredicate()).toList();
        return entry -> found.stream().anyMatch(f -> f.test(entry.name()));
    }

    /** The JVM for a suite. If the JDK that measures it is missing, another one can still load a suite that runs on an older JDK, too. */
    private Jvm jvmOf(SuiteSource.Dsl source) {
        Optional<String> wanted = source.measure().java().or(() -> java);
        return jvm.or(() -> wanted.flatMap(word -> Jvm.known(word, environment))
                        .filter(known -> known.feature() >= DslVersion.OLDEST_JAVA))
                .orElseGet(Jvm::own);
    }

    /** Loads a suite, and in the same process the expected suites of the same class path and JDK. */
    private Declared ask(SuiteSource.Dsl source) throws CannotLoad {
        ClassPath classPath = classPath(source);
        expected.remove(source);
        List<SuiteSource.Dsl> asked = Stream.concat(
                        Stream.of(source),
                        expected.stream()
                                .filter(one -> one.classpath().equals(source.classpath()))
                                .filter(one -> one.measure()
                                        .java()
                                        .equals(source.measure().java())))
                .toList();
        try {
            List<String> command = new ArrayList<>(List.of(
                    jvmOf(source).launcher().toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-XX:-UsePerfData",
                    "-Dsun.reflect.inflationThreshold=" + Integer.MAX_VALUE,
                    "-Djdk.reflect.useNativeAccessorOnly=true",
                    "-Djava.io.tmpdir=" + scratch,
                    "-cp",
                    classPath.argument(),
                    DeclareMain.class.getName()));
            List<Path> answers = new ArrayList<>();
            for (SuiteSource.Dsl one : asked) {
                Path answer = Files.createFile(
                        scratch.resolve("declared-" + System.nanoTime() + "-" + answers.size() + ".bin"));
                answers.add(answer);
                command.add(answer.toString());
                command.add(one.suiteClass().orElse(DeclareMain.SERVICES));
            }
            declare(source, classPath, command, answers.get(0));
            Declared declared = read(answers.get(0));
            List<JmhEntry> entries = entries(classPath);
            for (int other = 1; other < asked.size(); other++) {
                keep(asked.get(other), answers.get(other), entries);
            }
            return annotated(declared, entries);
        } catch (IOException e) {
            throw DslVersion.of(classPath, own)
                    .failure("suite `" + source.name() + "` could not be loaded: " + e.getMessage(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotLoad("interrupted while suite `" + source.name() + "` was declaring", "");
        }
    }

    /** Runs the process until it ends or reaches its time limit; the first suite must have answered. */
    private void declare(SuiteSource.Dsl first, ClassPath classPath, List<String> command, Path answer)
            throws IOException, InterruptedException, CannotLoad {
        Process process = Program.of(command, directory, PassedVariables.PROGRAM.in(environment))
                .redirectErrorStream(true)
                .start();
        LastLine printed = LastLine.of(process.getInputStream());
        boolean ended;
        try {
            ended = process.waitFor(Math.round(patienceSeconds * 1000), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
        }
        if (Files.size(answer) > 0) {
            return;
        }
        if (!ended) {
            throw new CannotLoad(
                    String.format(
                            Locale.ROOT,
                            "suite `%s` was still declaring after %.0f s%s",
                            first.name(),
                            patienceSeconds,
                            said(printed)),
                    "declaring only makes values; move work into .given(…)");
        }
        throw DslVersion.of(classPath, own)
                .failure(
                        "the JVM ended with status " + process.exitValue() + " while suite `" + first.name()
                                + "` was declaring" + said(printed),
                        "declaring only makes values; move work into .given(…)");
    }

    /** Keeps the answer of an expected suite; if there is none, the suite is loaded again when its turn comes. */
    private void keep(SuiteSource.Dsl other, Path answer, List<JmhEntry> entries) {
        try {
            answered.put(other, annotated(read(answer), entries));
            expected.remove(other);
        } catch (IOException e) {
            answered.remove(other);
        }
    }

    private static Declared read(Path answer) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(answer))) {
            return RecordCodec.read(Declared.class, in);
        }
    }

    private static Declared annotated(Declared declared, List<JmhEntry> entries) {
        return new Declared(
                declared.suites().stream()
                        .map(suite -> Annotated.lookUp(suite, entries))
                        .toList(),
                declared.failures());
    }

    private static String said(LastLine printed) throws InterruptedException {
        return printed.get().map(line -> "; it printed: " + line).orElse("");
    }
}
