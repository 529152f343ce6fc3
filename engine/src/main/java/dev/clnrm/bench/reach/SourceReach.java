package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which source files the code of each case comes from, as far as their names are those of classes.
 *
 * @param classes of each case the classes that it can reach, as {@code com/acme/Text}, those in them left out; absent if it may reach any
 */
public record SourceReach(Map<CaseName, Optional<Set<String>>> classes) {
    /** The package and name of a source file in the layout of Maven, Gradle and sbt. */
    private static final Pattern PACKAGED = Pattern.compile("(?:.*/)?src/[^/]+/[^/]+/(.+)");

    public SourceReach {
        classes = Map.copyOf(classes);
    }

    public static SourceReach of(Plan plan) {
        return new SourceReach(new ReachFinder(plan).classes(plan));
    }

    /** Those of some files, relative to the repository, that the code of a case comes from; none of a case that is not known. */
    Set<String> among(CaseName name, Collection<String> files) {
        Optional<Set<String>> some = classes.getOrDefault(name, Optional.of(Set.of()));
        return files.stream()
                .filter(file -> some.map(all -> has(all, file)).orElse(true))
                .collect(Collectors.toSet());
    }

    /** The files, relative to the repository, from which none of these classes was compiled. */
    static List<String> without(Map<String, List<ClassFile>> classes, List<String> files) {
        Set<String> sources = new HashSet<>();
        classes.forEach((name, versions) -> {
            sources.add(name.replaceFirst("(?<=[^/])[$].*", ""));
            versions.forEach(
                    one -> ClassSource.of(one.bytes()).ifPresent(source -> sources.add(withoutEnding(source.file()))));
        });
        Set<String> simple = sources.stream().map(SourceReach::simple).collect(Collectors.toSet());
        // Kotlin and Scala do not require folders that match the package.
        return files.stream()
                .filter(file -> file.endsWith(".java")
                        ? !has(sources, file) && !relocated(sources, file)
                        : !simple.contains(simple(withoutEnding(file))))
                .toList();
    }

    /** The folders before the package are not known, so each of them may be the first of it. */
    private static boolean has(Set<String> classes, String file) {
        String left = withoutEnding(file);
        while (!classes.contains(left)) {
            int folder = left.indexOf('/');
            if (folder < 0) {
                return false;
            }
            left = left.substring(folder + 1);
        }
        return true;
    }

    /** Whether a class has another package before its own, as shaded jars may. */
    private static boolean relocated(Set<String> sources, String file) {
        Matcher packaged = PACKAGED.matcher(withoutEnding(file));
        return packaged.matches() && sources.stream().anyMatch(source -> source.endsWith("/" + packaged.group(1)));
    }

    private static String withoutEnding(String file) {
        int end = file.lastIndexOf('.');
        return end < 0 ? file : file.substring(0, end);
    }

    private static String simple(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
