package dev.clnrm.bench.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How revisions are built.
 *
 * @param command the command that builds a revision in its own work tree
 * @param overlay whether new or edited benchmarks of the head are copied over the base
 * @param overlaid further files and folders to copy, relative to the file
 */
public record BuildRule(Optional<String> command, boolean overlay, List<String> overlaid) {
    /** The build rule of a file without a {@code build} section. */
    public static final BuildRule NONE = new BuildRule(Optional.empty(), true, List.of());

    private static final String OFF = "off";

    public BuildRule {
        overlaid = List.copyOf(overlaid);
    }

    static BuildRule read(Mapping keys) {
        List<Text> paths = overlay(keys);
        boolean off = paths.stream().anyMatch(path -> path.value().equals(OFF));
        if (off && paths.size() > 1) {
            paths.get(0).fault("`overlay` is a list that names `off`", "write `overlay: off`, or leave `off` out");
        }
        paths.forEach(BuildRule::check);
        return new BuildRule(
                keys.string("build", "a command"),
                !off,
                off ? List.of() : paths.stream().map(BuildRule::path).toList());
    }

    private static List<Text> overlay(Mapping keys) {
        return keys.get("overlay")
                .map(entry -> entry.texts("`off`, or a file or folder of benchmarks"))
                .orElse(List.of());
    }

    /**
     * Reports each path of {@code overlay} that does not exist. Reading accepts such a path, because one of two revisions may lack it.
     *
     * @param file a file without faults
     * @param directory the folder that its paths are relative to
     */
    public static void checkOverlay(SourceText file, Path directory) throws DeclarationException {
        Reading reading = new Reading(file);
        if (YamlTree.read(reading).orElseThrow() instanceof Mapping keys) {
            overlay(keys).stream()
                    .filter(text -> !text.value().equals(OFF) && Files.notExists(directory.resolve(path(text))))
                    .forEach(text -> text.fault(
                            text.quoted() + " does not exist",
                            "name a file or a folder relative to the folder of this file, or remove it"));
        }
        reading.throwErrors();
    }

    private static void check(Text path) {
        String value = path.value();
        if (value.isBlank()
                || value.startsWith("/")
                || List.of(value.split("/", -1)).contains("..")
                || value.indexOf('*') >= 0
                || value.indexOf('\0') >= 0) {
            path.fault(
                    path.quoted() + " is not a path inside the project",
                    "name a file or a folder of benchmarks, such as `overlay: benchmarks/src`");
        }
    }

    private static String path(Text text) {
        return text.value().replaceFirst("^(\\./)+", "").replaceFirst("/+$", "");
    }
}
