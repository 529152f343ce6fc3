package dev.clnrm.bench.git;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds files of a revision by the source information of a class. */
public final class SourceFiles {
    /** The folders of languages in which the folders of a package may be omitted. */
    private static final Pattern FREE = Pattern.compile("((?:.*/)?src/[^/]+/(?:kotlin|scala|groovy))/.*");

    private final List<String> files;
    private final Map<String, List<String>> byName = new HashMap<>();

    /** @param files their paths, relative to the repository */
    public SourceFiles(List<String> files) {
        this.files = List.copyOf(files);
        files.forEach(file ->
                byName.computeIfAbsent(name(file), name -> new ArrayList<>(1)).add(file));
    }

    public List<String> all() {
        return files;
    }

    /**
     * The files that a class may have been compiled from.
     *
     * @param source its package and file: {@code org/acme/ParserBenchmark.java}
     */
    public List<SourceFile> of(String source) {
        List<String> named = byName.getOrDefault(name(source), List.of());
        List<SourceFile> found = named.stream()
                .filter(file -> file.equals(source) || file.endsWith("/" + source))
                .map(file -> new SourceFile(
                        file, new SourceRoot(file.substring(0, Math.max(0, file.length() - source.length() - 1)))))
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        List<SourceFile> free = new ArrayList<>();
        for (String file : named) {
            Matcher root = FREE.matcher(file);
            if (root.matches()) {
                free.add(new SourceFile(file, new SourceRoot(root.group(1))));
            }
        }
        return free;
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
