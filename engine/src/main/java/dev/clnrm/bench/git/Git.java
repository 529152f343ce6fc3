package dev.clnrm.bench.git;

import dev.clnrm.bench.os.PassedVariables;
import dev.clnrm.bench.os.Program;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Runs {@code git} without prompts, pager and hooks. A repository of another owner, as in a job's container, is trusted only for
 * the call.
 */
public final class Git {
    private final Path program;
    private final Path directory;
    private final Map<String, String> environment;

    private Git(Path program, Path directory, Map<String, String> environment) {
        this.program = program;
        this.directory = directory;
        this.environment = environment;
    }

    /**
     * The output of a call.
     *
     * @param status 0 if it succeeded
     * @param text standard output
     * @param err standard error
     */
    record Result(int status, String text, String err) {
        boolean ok() {
            return status == 0;
        }

        /** Standard output without the final line break. */
        String out() {
            return text.stripTrailing();
        }
    }

    /**
     * Git in a folder.
     *
     * @param environment the variables of this program; git is searched on its {@code PATH}
     * @throws CheckoutException if there is no git
     */
    public static Git in(Path directory, Map<String, String> environment) throws CheckoutException {
        Path program = find(environment.getOrDefault("PATH", ""))
                .orElseThrow(() -> new CheckoutException(
                        "revisions are read with git, and there is no `git` on the PATH",
                        "install git, or compare two run folders"));
        return new Git(program, directory, settings(directory, environment));
    }

    /** Git that also sees the variables needed to reach another machine: keys and proxies. */
    Git reaching(Map<String, String> all) {
        Map<String, String> there = new LinkedHashMap<>(environment);
        there.putAll(PassedVariables.GIT_REMOTE.in(all));
        return new Git(program, directory, there);
    }

    /** Git that reads this repository and writes the files and the index of another folder with a {@code .git}. */
    Git into(Path repository, Path tree) {
        Map<String, String> there = new LinkedHashMap<>(environment);
        there.put("GIT_DIR", repository.toString());
        there.put("GIT_WORK_TREE", tree.toString());
        there.put("GIT_INDEX_FILE", tree.resolve(".git/index").toString());
        return new Git(program, directory, there);
    }

    Path directory() {
        return directory;
    }

    /** The output of a call that must succeed. */
    String must(String... arguments) throws CheckoutException {
        Result result = run(arguments);
        if (!result.ok()) {
            throw new CheckoutException("git " + arguments[0] + ": " + lastLine(result.err()), "");
        }
        return result.out();
    }

    /** The unchanged output of a call; empty if it fails. */
    public Optional<String> said(String... arguments) throws CheckoutException {
        Result result = run(arguments);
        return result.ok() ? Optional.of(result.text()) : Optional.empty();
    }

    Result run(String... arguments) throws CheckoutException {
        StringBuilder text = new StringBuilder();
        Result result = piped(in -> {}, out -> text.append(read(out)), arguments);
        return new Result(result.status(), text.toString(), result.err());
    }

    /** Writes the input of a call. */
    interface Writing {
        void to(OutputStream in) throws IOException;
    }

    /** Reads the output of a call to its end. */
    interface Reading {
        void from(InputStream out) throws IOException;
    }

    /** A call whose input is written while its output is read. */
    Result piped(Writing writing, Reading reading, String... arguments) throws CheckoutException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-pager"));
        command.addAll(List.of(arguments));
        try {
            Process process = Program.of(command, directory, environment)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            CompletableFuture<String> err =
                    CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), Git::start);
            start(() -> write(process.getOutputStream(), writing));
            try (InputStream out = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
                reading.from(out);
                return new Result(process.waitFor(), "", err.join());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CheckoutException("git " + arguments[0] + " was interrupted", "");
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new CheckoutException("git " + arguments[0] + " could not be run: " + e.getMessage(), "");
        }
    }

    static String lastLine(String text) {
        String line = text.strip();
        line = line.substring(line.lastIndexOf('\n') + 1);
        return line.replaceFirst("^(fatal|error): ", "");
    }

    /** Starts a thread for a stream. The common pool may have only one thread, and a git with a full pipe would wait forever. */
    private static void start(Runnable reading) {
        Thread thread = new Thread(reading, "git-output");
        thread.setDaemon(true);
        thread.start();
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the input. A call that ends before it has read everything reports the reason by its status. */
    private static void write(OutputStream in, Writing writing) {
        try (OutputStream buffered = new BufferedOutputStream(in, 1 << 16)) {
            writing.to(buffered);
        } catch (IOException e) {
            return;
        }
    }

    private static Map<String, String> settings(Path directory, Map<String, String> environment) {
        Map<String, String> settings = new LinkedHashMap<>(PassedVariables.GIT.in(environment));
        settings.put("LC_ALL", "C");
        settings.put("GIT_TERMINAL_PROMPT", "0");
        settings.put("GIT_OPTIONAL_LOCKS", "0");
        Map<String, String> config = new LinkedHashMap<>();
        config.put("safe.directory", root(directory).toString());
        config.put("core.hooksPath", "/dev/null");
        config.put("core.fsmonitor", "false");
        config.put("core.quotePath", "false");
        config.put("i18n.logOutputEncoding", "UTF-8");
        config.put("core.splitIndex", "false");
        config.put("init.defaultRefFormat", "files");
        settings.putAll(configuration(config));
        return settings;
    }

    /** The variables that allow git to work in a folder of another user. */
    public static Map<String, String> trusting(Path folder) {
        return configuration(Map.of("safe.directory", folder.toString()));
    }

    private static Map<String, String> configuration(Map<String, String> config) {
        Map<String, String> variables = new LinkedHashMap<>();
        config.forEach((key, value) -> {
            int number = variables.size() / 2;
            variables.put("GIT_CONFIG_KEY_" + number, key);
            variables.put("GIT_CONFIG_VALUE_" + number, value);
        });
        variables.put("GIT_CONFIG_COUNT", Integer.toString(config.size()));
        return variables;
    }

    /** The nearest parent folder with a {@code .git}; the folder itself if there is none, as in a bare repository. */
    static Path root(Path directory) {
        for (Path at = directory; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return directory;
    }

    private static Optional<Path> find(String path) {
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> new File(folder, "git"))
                .filter(program -> program.isFile() && program.canExecute())
                .map(program -> program.toPath().toAbsolutePath())
                .findFirst();
    }
}
