package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Setup.Missing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDK that a Maven project is built with. */
final class MavenJdk {
    /** The properties that by convention set the Java version of the compiler. */
    private static final List<String> LEVELS = List.of(
            "maven.compiler.release",
            "maven.compiler.testRelease",
            "maven.compiler.target",
            "maven.compiler.testTarget",
            "maven.compiler.source",
            "java.version",
            "jdk.version",
            "project.build.targetJdk",
            "air.java.version");

    /** The oldest Java version that every JDK from 17 on compiles for. */
    private static final int OLDEST = 8;

    private static final Pattern LEVEL = Pattern.compile("(?:1\\.)?([0-9]{1,3})");

    private MavenJdk() {}

    /** The JDK that its code and its rules need. */
    static Optional<RequiredJdk> of(Pom pom) {
        return Stream.concat(
                        level(pom)
                                .map(level -> new RequiredJdk(Math.max(level.feature(), OLDEST), level.readIn()))
                                .stream(),
                        enforced(pom))
                .max(Comparator.comparingInt(RequiredJdk::feature));
    }

    /** Why JDKs from 20 on, or even 17, cannot compile its code. */
    static Optional<Missing> tooOld(Pom pom) {
        return level(pom)
                .filter(level -> level.feature() < OLDEST)
                .map(level -> new Missing(
                        level.readIn() + ": the code is compiled for Java " + level.feature()
                                + ", and today's JDKs compile for Java " + OLDEST + " or newer",
                        "raise it to " + OLDEST));
    }

    private static Stream<RequiredJdk> enforced(Pom pom) {
        return MavenPlugin.of(pom, "maven-enforcer-plugin").stream()
                .flatMap(plugin -> plugin.setting("rules", "requireJavaVersion", "version").stream())
                .flatMapToInt(ranges -> new AllowedJdks(ranges).oldestSupported().stream())
                .mapToObj(feature ->
                        new RequiredJdk(feature, "the maven-enforcer-plugin of " + pom.path() + " or its parents"));
    }

    /** The Java version that its code is compiled for. */
    private static Optional<RequiredJdk> level(Pom pom) {
        Stream<String> properties = LEVELS.stream().flatMap(name -> pom.property(name).stream());
        Stream<String> compiler = MavenPlugin.of(pom, "maven-compiler-plugin").stream()
                .flatMap(plugin ->
                        Stream.of("release", "target", "source").flatMap(setting -> plugin.setting(setting).stream()));
        return Stream.concat(properties, compiler)
                .flatMap(value -> pom.resolved(value).stream())
                .map(LEVEL::matcher)
                .filter(Matcher::matches)
                .map(level -> new RequiredJdk(Integer.parseInt(level.group(1)), pom.path() + " or its parents"))
                .max(Comparator.comparingInt(RequiredJdk::feature));
    }
}
