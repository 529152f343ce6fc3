package dev.clnrm.bench.config;

import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import dev.clnrm.bench.os.PassedVariables;
import dev.clnrm.bench.os.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Class paths that build commands print as their last line. Each command runs once. */
final class PrintedClassPaths {
    /** The number of lines shown of a failed command's output. */
    private static final int LAST_LINES = 20;

    /** The longest class path that is accepted: no program takes a longer argument. */
    private static final int LONGEST = 1 << 20;

    private final Path directory;
    private final Map<String, String> environment;
    private final Map<String, List<Path>> known = new HashMap<>();

    /**
     * Creates the class paths of a project.
     *
     * @param directory the folder in which commands run
     * @param environment the variables of this program; a command gets the variables that a build gets
     */
    PrintedClassPaths(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    List<Path> of(String command) throws CannotLoad {
        List<Path> files = known.get(command);
        if (files == null) {
            files = ask(command);
            known.put(command, files);
        }
        return files;
    }

    private List<Path> ask(String command) throws CannotLoad {
        String shown = "the class path command `" + command + "`";
        try {
            Process process = Program.of(
                            List.of("/bin/sh", "-c", command), directory, PassedVariables.BUILD.in(environment))
                    .start();
            LastLine printed = LastLine.of(process.getInputStream(), LONGEST);
            LastLine said = LastLine.of(process.getErrorStream());
            int status = Program.waitFor(process, seconds -> {});
            if (status != 0) {
                throw new CannotLoad(
                        shown + " ended with status " + status,
                        "it must work in the folder of budgets.yaml, after the build",
                        last(printed, said));
            }
            List<Path> files = files(printed.get().orElse(""), shown);
            if (files.isEmpty()) {
                throw new CannotLoad(
                        shown + " printed no class path",
                        "its last line must be jars and folders with `" + File.pathSeparator + "` between them",
                        last(printed, said));
            }
            return files;
        } catch (IOException e) {
            throw new CannotLoad(shown + " could not be run: " + e.getMessage(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotLoad("interrupted while " + shown + " ran", "");
        }
    }

    private static List<String> last(LastLine printed, LastLine said) throws InterruptedException {
        List<String> lines = Stream.concat(printed.all().stream(), said.all().stream())
                .filter(line -> !line.isBlank())
                .toList();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    /** All jars, which must exist, and the folders that exist: builds name resource folders that a project may not have. */
    private List<Path> files(String line, String shown) throws CannotLoad {
        List<Path> files = new ArrayList<>();
        for (String entry : line.strip().split(Pattern.quote(File.pathSeparator), -1)) {
            Path file = resolve(entry, shown);
            boolean jar = entry.endsWith(".jar");
            if (jar && !Files.exists(file)) {
                throw new CannotLoad(shown + " names `" + entry + "`, which does not exist", CannotLoad.BUILD);
            }
            if (jar || (!entry.isEmpty() && Files.isDirectory(file))) {
                files.add(file);
            }
        }
        return files;
    }

    private Path resolve(String entry, String shown) throws CannotLoad {
        try {
            return directory.resolve(entry).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new CannotLoad(shown + " names `" + entry + "`, which is not a path", "");
        }
    }
}
