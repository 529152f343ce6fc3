package dev.clnrm.bench.init;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A module of a build that has JMH benchmarks.
 *
 * @param folder its folder; empty for the project's folder
 * @param sources the number of files with benchmarks in each source folder, such as {@code src/main/java}
 */
record BenchmarkModule(String folder, SortedMap<String, Integer> sources) {
    private static final Pattern SOURCE_FOLDER = Pattern.compile("(src/[^/]+/(java|kotlin|scala)|src/[^/]+)/.*");

    BenchmarkModule {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /**
     * Groups files by module.
     *
     * @param folderOf the folder of a file's module
     */
    static List<BenchmarkModule> of(List<String> files, UnaryOperator<String> folderOf) {
        SortedMap<String, SortedMap<String, Integer>> modules = new TreeMap<>();
        for (String file : files) {
            String folder = folderOf.apply(file);
            String below = folder.isEmpty() ? file : file.substring(folder.length() + 1);
            modules.computeIfAbsent(folder, one -> new TreeMap<>()).merge(sourceFolder(below), 1, Integer::sum);
        }
        return modules.entrySet().stream()
                .map(one -> new BenchmarkModule(one.getKey(), one.getValue()))
                .toList();
    }

    private static String sourceFolder(String file) {
        Matcher usual = SOURCE_FOLDER.matcher(file);
        if (usual.matches()) {
            return usual.group(1);
        }
        int end = file.lastIndexOf('/');
        return end < 0 ? "." : file.substring(0, end);
    }

    /** The path relative to the project of a path relative to the module. */
    String path(String below) {
        return folder.isEmpty() ? below : folder + "/" + below;
    }

    /** Whether it has benchmarks in a source set, such as {@code main}. */
    boolean has(String sourceSet) {
        return sources.keySet().stream().anyMatch(one -> isOf(sourceSet, one));
    }

    private static boolean isOf(String sourceSet, String sourceFolder) {
        return (sourceFolder + "/").startsWith("src/" + sourceSet + "/");
    }

    /** The same without the source folders of other sets. */
    BenchmarkModule only(Set<String> sourceSets) {
        SortedMap<String, Integer> kept = new TreeMap<>(sources);
        kept.keySet().removeIf(one -> sourceSets.stream().noneMatch(set -> isOf(set, one)));
        return new BenchmarkModule(folder, kept);
    }

    /** Its name among the modules: the name of its folder. */
    String name() {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    /** The number and folder of its benchmark files, for people. */
    String shown() {
        return sources.entrySet().stream().map(this::shown).collect(Collectors.joining(", "));
    }

    private String shown(Map.Entry<String, Integer> one) {
        return one.getValue() + (one.getValue() == 1 ? " file in " : " files in ") + path(one.getKey());
    }
}
