package dev.clnrm.bench.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real git repository in a folder of its own. */
public final class Sandbox {
    private static final String TIME = "2026-03-01T12:00:00Z";

    private final Path folder;

    private Sandbox(Path folder) {
        this.folder = folder;
    }

    public static Sandbox at(Path folder) throws IOException {
        Files.createDirectories(folder);
        Sandbox made = new Sandbox(folder);
        made.git("init", "-q", "-b", "main");
        return made;
    }

    /** An existing one. */
    public static Sandbox of(Path folder) {
        return new Sandbox(folder);
    }

    static Sandbox clone(Path of, Path into, String... options) throws IOException {
        Files.createDirectories(into);
        Sandbox made = new Sandbox(into);
        List<String> command = new ArrayList<>(List.of("clone", "-q"));
        command.addAll(List.of(options));
        command.add(of.toUri().toString());
        command.add(".");
        made.git(command.toArray(String[]::new));
        return made;
    }

    public Path folder() {
        return folder;
    }

    public Sandbox write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
        return this;
    }

    public String commit(String subject) throws IOException {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", subject);
        return git("rev-parse", "HEAD");
    }

    public String git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GIT_AUTHOR_NAME",
                        "A",
                        "GIT_AUTHOR_EMAIL",
                        "a@example.org",
                        "GIT_AUTHOR_DATE",
                        TIME,
                        "GIT_COMMITTER_NAME",
                        "A",
                        "GIT_COMMITTER_EMAIL",
                        "a@example.org",
                        "GIT_COMMITTER_DATE",
                        TIME,
                        "GIT_CONFIG_NOSYSTEM",
                        "1"));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + out);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return out.strip();
    }

    Repository repository() throws CheckoutException {
        return repository(Map.of());
    }

    Repository repository(Map<String, String> more) throws CheckoutException {
        Map<String, String> environment = new java.util.HashMap<>(more);
        environment.putIfAbsent("PATH", System.getenv().getOrDefault("PATH", ""));
        environment.put("HOME", folder.resolveSibling("home").toString());
        return Repository.at(folder, environment);
    }
}
