package dev.clnrm.bench.action;

import dev.clnrm.bench.run.Scratch;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The part of a step that runs code nobody has looked at: a process of its own, with an environment of its own, as a user who may
 * write to the workspace and to nothing else of the runner's. This process keeps its variables to itself: another user cannot read
 * {@code /proc/PID/environ}, the step's files, or the socket of Docker.
 *
 * @param workspace the repository
 * @param environment the variables of this process
 */
record Measuring(Path workspace, Map<String, String> environment) {
    /** A user no runner has. */
    private static final int USER = 64_321;

    /** What a build needs to know; none of it is a secret. */
    private static final List<String> PASSED =
            List.of("PATH", "LANG", "LC_ALL", "TZ", "JAVA_HOME", "MAVEN_OPTS", "GRADLE_OPTS", "CI");

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    Measuring {
        environment = Map.copyOf(environment);
    }

    /** Whether code under test runs as another user than this process. */
    boolean apart() throws IOException {
        return Files.isExecutable(SETPRIV) && self() == 0;
    }

    /** Runs the program with these words and gives its exit status. */
    int run(List<String> words) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("clnrm-bench-home-");
        boolean apart = apart();
        int owner = uid(workspace);
        int group = gid(workspace);
        if (apart) {
            own(workspace, USER, USER);
            own(home, USER, USER);
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command(words, home, apart)).directory(workspace.toFile());
            builder.environment().clear();
            builder.environment().putAll(variables(home));
            builder.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
            Process process = builder.start();
            process.getOutputStream().close();
            Thread hook = new Thread(process::destroy, "end of measuring");
            Runtime.getRuntime().addShutdownHook(hook);
            int exit = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(hook);
            return exit;
        } finally {
            if (apart) {
                endAll();
                own(workspace, owner, group);
            }
            Scratch.delete(home);
        }
    }

    private static List<String> command(List<String> words, Path home, boolean apart) {
        List<String> command = new ArrayList<>();
        if (apart) {
            command.addAll(List.of(
                    SETPRIV.toString(),
                    "--reuid=" + USER,
                    "--regid=" + USER,
                    "--clear-groups",
                    "--no-new-privs",
                    "--inh-caps=-all",
                    "--bounding-set=-all",
                    "--"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.clnrm.bench.cli.Main"));
        command.addAll(words);
        return command;
    }

    private Map<String, String> variables(Path home) {
        Map<String, String> variables = new TreeMap<>();
        PASSED.forEach(name -> {
            String value = environment.getOrDefault(name, "");
            // The host's JDK is not mounted in a container.
            if (!value.isEmpty() && (!name.equals("JAVA_HOME") || Files.isDirectory(Path.of(value)))) {
                variables.put(name, value);
            }
        });
        variables.put("HOME", home.toString());
        variables.putAll(git());
        return variables;
    }

    /** Lets git work in a workspace that belongs to another user, for one process alone. */
    Map<String, String> git() {
        Map<String, String> git = new LinkedHashMap<>();
        git.put("GIT_CONFIG_COUNT", "1");
        git.put("GIT_CONFIG_KEY_0", "safe.directory");
        git.put("GIT_CONFIG_VALUE_0", workspace.toString());
        return git;
    }

    /** Gives what a step wrote to whoever owns the workspace. */
    private static void own(Path folder, int user, int group) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes) throws IOException {
                set(entry);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path entry, BasicFileAttributes attributes) throws IOException {
                set(entry);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path entry, IOException fault) {
                return FileVisitResult.CONTINUE;
            }

            private void set(Path entry) throws IOException {
                Files.setAttribute(entry, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(entry, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            }
        });
    }

    /** Gives a folder to whoever owns the workspace. */
    void give(Path folder) throws IOException {
        if (apart()) {
            own(folder, uid(workspace), gid(workspace));
        }
    }

    /** Ends whatever the code under test left running: it could still change files while they are read. */
    private static void endAll() throws IOException, InterruptedException {
        new ProcessBuilder(
                        SETPRIV.toString(),
                        "--reuid=" + USER,
                        "--regid=" + USER,
                        "--clear-groups",
                        "--",
                        "/bin/sh",
                        "-c",
                        "kill -9 -1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static int self() throws IOException {
        return Files.isDirectory(Path.of("/proc/self")) ? uid(Path.of("/proc/self")) : -1;
    }

    private static int uid(Path path) throws IOException {
        return unix(path, "unix:uid");
    }

    private static int gid(Path path) throws IOException {
        return unix(path, "unix:gid");
    }

    private static int unix(Path path, String attribute) throws IOException {
        try {
            return Files.getAttribute(path, attribute) instanceof Integer number ? number : -1;
        } catch (UnsupportedOperationException e) {
            // Windows knows no such numbers.
            return -1;
        }
    }
}
