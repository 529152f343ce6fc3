package dev.clnrm.bench.config;

import dev.clnrm.bench.os.Listing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The help for a budgets file that does not exist: one with a similar name, or one in a folder above. */
final class MissingFile {
    private static final String CREATE =
            "create it; with the schema that `clnrm-bench schema` prints, an editor completes it";

    private MissingFile() {}

    /**
     * What to do.
     *
     * @param missing the path as given
     */
    static String help(Path missing) {
        return beside(missing)
                .map(near -> "did you mean `" + near + "`? Give it with -f " + near
                        + (missing.endsWith(Defaults.FILE) ? ", or rename it to " + Defaults.FILE : ""))
                .or(() -> above(missing)
                        .map(file -> "there is one in " + file.getParent()
                                + ": run the command there, or give it with -f " + file))
                .orElse(CREATE);
    }

    /** A YAML file in the same folder with a similar name. */
    private static Optional<Path> beside(Path missing) {
        Path folder = Optional.ofNullable(missing.getParent()).orElse(Path.of(""));
        List<String> names = Listing.of(folder).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                .toList();
        return Nearest.to(String.valueOf(missing.getFileName()), names).stream()
                .findFirst()
                .map(folder::resolve);
    }

    /** The file of the same name in the nearest folder above, at most that of the git repository. */
    private static Optional<Path> above(Path missing) {
        Path name = missing.getFileName();
        Path folder = Optional.ofNullable(missing.getParent()).orElse(Path.of(""));
        for (Path at = folder.toAbsolutePath().normalize();
                at.getParent() != null && Files.notExists(at.resolve(".git"));
                at = at.getParent()) {
            folder = folder.resolve("..").normalize();
            if (Files.isRegularFile(folder.resolve(name))) {
                return Optional.of(folder.resolve(name));
            }
        }
        return Optional.empty();
    }
}
