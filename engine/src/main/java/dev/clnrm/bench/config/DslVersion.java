package dev.clnrm.bench.config;

import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import dev.clnrm.bench.fork.internal.DeclareMain;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the DSL on a class path, compared with the version that this program is built with.
 *
 * @param jar the jar or folder that contains the DSL
 * @param found its version; empty if it is unknown
 * @param needed the version that this program is built with; empty if it is unknown
 */
record DslVersion(Path jar, Optional<String> found, Optional<String> needed) {
    /** The oldest Java that runs the DSL. */
    static final int OLDEST_JAVA = 17;

    /** The interface that every suite implements. */
    static final String SUITE = "dev/clnrm/bench/dsl/BenchmarkSuite.class";

    /** The main class that this program starts to load suites. */
    private static final String MAIN = DeclareMain.class.getName().replace('.', '/') + ".class";

    /** The file in which Maven stores the version; a shaded jar keeps it. */
    static final String PROPERTIES = "META-INF/maven/dev.clnrm/bench-dsl/pom.properties";

    private static final Pattern NAME = Pattern.compile("bench-dsl-(\\d.*)\\.jar");

    /** Reports an error if the DSL on the class path lacks the class that this program starts. */
    static void check(ClassPath classPath, List<Path> own) throws CannotLoad {
        Optional<Path> jar = classPath.holder(MAIN);
        if (jar.isEmpty()) {
            DslVersion version = of(classPath, own);
            throw new CannotLoad(version.mismatch(), version.help());
        }
    }

    /** The DSL on a class path that contains one. */
    static DslVersion of(ClassPath classPath, List<Path> own) throws CannotLoad {
        Path jar = classPath.holder(SUITE).orElseThrow();
        return new DslVersion(jar, version(jar), version(own.get(0)));
    }

    /** An error for a failure of the code on the class path; a DSL of another version is reported as the cause. */
    CannotLoad failure(String message, String help) {
        boolean differ = found.isPresent() && needed.isPresent() && !found.equals(needed);
        return differ ? new CannotLoad(message + "; " + mismatch(), help()) : new CannotLoad(message, help);
    }

    private String mismatch() {
        return "`" + jar.getFileName() + "` holds bench-dsl " + found.orElse("of an unknown version")
                + ", but this program needs "
                + needed.map("bench-dsl "::concat).orElse("the bench-dsl it was built with");
    }

    private String help() {
        return "build the suites with " + needed.map("bench-dsl "::concat).orElse("the bench-dsl of this program")
                + found.map(version -> ", or use clnrm-bench " + version).orElse("");
    }

    private static Optional<String> version(Path entry) throws CannotLoad {
        for (byte[] content : new ClassPath(List.of(entry)).resources(PROPERTIES)) {
            try {
                Properties properties = new Properties();
                properties.load(new StringReader(new String(content, StandardCharsets.ISO_8859_1)));
                return Optional.ofNullable(properties.getProperty("version"));
            } catch (IOException | IllegalArgumentException e) {
                throw new CannotLoad("`" + entry.getFileName() + "` holds a broken " + PROPERTIES, "build it again");
            }
        }
        Matcher name = NAME.matcher(String.valueOf(entry.getFileName()));
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }
}
