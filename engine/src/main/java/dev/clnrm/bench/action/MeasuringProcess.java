package dev.clnrm.bench.action;

import dev.clnrm.bench.cli.Main;
import dev.clnrm.bench.git.Git;
import dev.clnrm.bench.os.PassedVariables;
import dev.clnrm.bench.os.Program;
import dev.clnrm.bench.os.Scratch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of a step that runs unreviewed code. It is a separate process with its own environment. Its user may write to the workspace but
 * to no other folder of the runner. The variables of this process stay private: another user cannot read {@code /proc/PID/environ}, the
 * step's files, or Docker's socket.
 *
 * @param workspace the repository
 * @param environment the variables of this process
 */
record MeasuringProcess(Path workspace, Map<String, String> environment) {
    /** The id of a user that no runner has. */
    private static final int USER = 64_321;

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private static final List<String> AS_USER =
            List.of(SETPRIV.toString(), "--reuid=" + USER, "--regid=" + USER, "--clear-groups");

    MeasuringProcess {
        environment = Map.copyOf(environment);
    }

    /** Whether code under test runs as another user than this process. */
    boolean apart() throws IOException {
        return Files.isExecutable(SETPRIV) && Owners.self() == 0;
    }

    /**
     * Runs the program with these arguments and returns its exit status.
     *
     * @param kept the home folder of builds, in the workspace; empty for one that is deleted afterwards
     */
    int run(List<String> words, Optional<Path> kept) throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("clnrm-bench-home-");
        try {
            Path home = kept.isPresent() ? Files.createDirectories(kept.get()) : temporary;
            if (!apart()) {
                return new Cleanup(() -> {}).after(program(command(words, temporary, false), variables(home)));
            }
            int owner = Owners.user(workspace);
            int group = Owners.group(workspace);
            LockedFolders closed = LockedFolders.of(folders(), workspace);
            Cleanup cleanup = new Cleanup(() -> {
                endAll();
                closed.open();
                Owners.give(workspace, owner, group);
            });
            try {
                Owners.give(workspace, USER, USER);
                Owners.give(temporary, USER, USER);
                return cleanup.after(program(command(words, temporary, true), variables(home)));
            } finally {
                cleanup.done();
            }
        } finally {
            Scratch.delete(temporary);
        }
    }

    private ProcessBuilder program(List<String> command, Map<String, String> variables) {
        return Program.of(command, workspace, variables)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** The runner's private folders. */
    private List<Path> folders() {
        Stream<Path> files = Stream.of("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_EVENT_PATH")
                .map(name -> Path.of(environment.getOrDefault(name, "")))
                .flatMap(path -> Optional.ofNullable(path.getParent()).stream());
        Stream<Path> own = Stream.of("HOME", "RUNNER_TEMP").map(name -> Path.of(environment.getOrDefault(name, "")));
        return Stream.concat(files, own).filter(Path::isAbsolute).toList();
    }

    private static List<String> command(List<String> words, Path temporary, boolean apart) {
        List<String> command = new ArrayList<>();
        if (apart) {
            command.addAll(AS_USER);
            command.addAll(List.of("--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dsun.misc.unsafe.memory.access=allow",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(words);
        return command;
    }

    private Map<String, String> variables(Path home) {
        Map<String, String> variables = PassedVariables.STEP.in(environment);
        variables.values().removeIf(String::isEmpty);
        // The host's JDK is not mounted in a container.
        String host = variables.getOrDefault("JAVA_HOME", "");
        if (host.isEmpty() || !Files.isDirectory(Path.of(host))) {
            // An image has several JDKs. A build must use the one on which its benchmarks run.
            Path jdk = Path.of(System.getProperty("java.home"));
            variables.put("JAVA_HOME", jdk.toString());
            variables.merge("PATH", jdk.resolve("bin").toString(), (path, bin) -> bin + File.pathSeparator + path);
        }
        variables.put("HOME", home.toString());
        variables.putAll(Git.trusting(workspace));
        return variables;
    }

    /** Gives a folder to the owner of the workspace. */
    void give(Path folder) throws IOException {
        if (apart()) {
            Owners.give(folder, Owners.user(workspace), Owners.group(workspace));
        }
    }

    /** Ends all processes that the code under test left running, because they could change files while they are read. */
    private static void endAll() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(AS_USER);
        command.addAll(List.of("--", "/bin/sh", "-c", "kill -9 -1"));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
