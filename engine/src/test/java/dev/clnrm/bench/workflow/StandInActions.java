package dev.clnrm.bench.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What actions of GitHub's do, as far as workflows here use them.
 *
 * @param origin the repository that is checked out
 * @param artifacts the artifacts of all workflow runs
 * @param caches the caches of the repository
 */
record StandInActions(Path origin, Path artifacts, Path caches) {
    /** What a job of this repository pushes with. */
    static final String TOKEN = "AUTHORIZATION: basic c2VjcmV0";

    /**
     * Does what an action does.
     *
     * @param action without its version: {@code actions/checkout}
     * @return its outputs
     */
    Map<String, String> done(String action, Map<String, String> with, String commit, Machine machine)
            throws IOException, InterruptedException {
        switch (action) {
            case "actions/checkout" -> checkout(with, commit, machine);
            case "actions/setup-java", "actions/upload-pages-artifact", "actions/deploy-pages" -> {
                // The JDK of this machine serves, and pages go nowhere.
            }
            case "actions/upload-artifact" -> {
                for (String path : with.getOrDefault("path", "").split("\n", -1)) {
                    copy(machine.workspace().resolve(path.strip()), artifacts.resolve(name(with)));
                }
            }
            case "actions/download-artifact" -> download(with, machine);
            case "actions/cache/restore", "actions/cache" -> restore(with, machine);
            case "actions/cache/save" -> save(with, machine);
            default -> throw new IllegalArgumentException("no stand-in for the action " + action);
        }
        machine.giveToRunner();
        return Map.of();
    }

    /** As {@code actions/checkout} leaves it: a clone without a branch, and with its token unless told otherwise. */
    private void checkout(Map<String, String> with, String commit, Machine machine)
            throws IOException, InterruptedException {
        String asked = with.getOrDefault("ref", "");
        String ref = asked.isEmpty() ? commit : asked;
        machine.git("init", "-q", "-b", "main");
        machine.git("remote", "add", "origin", "file://" + origin);
        if (with.getOrDefault("fetch-depth", "1").equals("0")) {
            machine.git("fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*");
            machine.git("fetch", "-q", "origin", ref);
        } else {
            machine.git("fetch", "-q", "--depth=1", "origin", ref);
        }
        machine.git("checkout", "-q", "--force", ref);
        machine.git("remote", "set-url", "origin", "https://github.com/o/r");
        if (!with.getOrDefault("persist-credentials", "true").equals("false")) {
            machine.git("config", "--local", "http.https://github.com/.extraheader", TOKEN);
        }
    }

    private static String name(Map<String, String> with) {
        return with.getOrDefault("name", "artifact");
    }

    private void download(Map<String, String> with, Machine machine) throws IOException {
        Path into = machine.workspace().resolve(with.getOrDefault("path", "."));
        if (!with.containsKey("pattern")) {
            if (!Files.isDirectory(artifacts.resolve(name(with)))) {
                throw new IllegalStateException("there is no artifact " + name(with));
            }
            copy(artifacts.resolve(name(with)), into);
            return;
        }
        String start = with.getOrDefault("pattern", "").replace("*", "");
        try (Stream<Path> all = Files.list(artifacts)) {
            for (Path one : all.filter(path -> path.getFileName().toString().startsWith(start))
                    .toList()) {
                copy(one, into.resolve(one.getFileName()));
            }
        }
    }

    /** The cache of this key, or else the newest whose key begins with one of those words. */
    private void restore(Map<String, String> with, Machine machine) throws IOException {
        List<String> keys = Stream.concat(
                        Stream.of(with.getOrDefault("key", "")),
                        Arrays.stream(with.getOrDefault("restore-keys", "").split("\n", -1)))
                .filter(key -> !key.isBlank())
                .toList();
        for (String key : keys) {
            try (Stream<Path> all = Files.list(caches)) {
                List<Path> found = all.filter(
                                path -> path.getFileName().toString().startsWith(key.strip()))
                        .sorted()
                        .toList();
                if (!found.isEmpty()) {
                    copy(found.get(found.size() - 1), machine.workspace().resolve(with.getOrDefault("path", "")));
                    return;
                }
            }
        }
    }

    /** What {@code actions/cache} does after the job, and {@code actions/cache/save} at once. */
    void save(Map<String, String> with, Machine machine) throws IOException {
        Path from = machine.workspace().resolve(with.getOrDefault("path", ""));
        if (Files.isDirectory(from)) {
            copy(from, caches.resolve(with.getOrDefault("key", "")));
        }
    }

    /** Copies a file or a folder with all that is in it. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            Map<Path, Path> pairs = new TreeMap<>();
            all.forEach(path -> pairs.put(path, to.resolve(from.relativize(path).toString())));
            pairs.forEach(StandInActions::one);
        }
    }

    private static void one(Path from, Path to) {
        try {
            Files.createDirectories(to.resolveSibling(""));
            if (!Files.isDirectory(from)) {
                Files.deleteIfExists(to);
                Files.copy(from, to, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            } else {
                Files.createDirectories(to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
