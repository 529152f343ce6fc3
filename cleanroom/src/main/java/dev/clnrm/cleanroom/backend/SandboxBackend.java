package dev.clnrm.cleanroom.backend;

import dev.clnrm.cleanroom.BackendException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Processes in a sandbox of bubblewrap's, the program {@code bwrap}. Immutable and safe for concurrent use.
 *
 * <p>A step sees the host's files read-only, except those of users and of running services: {@code /home}, {@code /root},
 * {@code /run}, {@code /mnt}, {@code /media}, {@code /srv}, {@code /var/tmp} and this JVM's user's home are empty,
 * {@code /etc/shadow} has no content, {@code /tmp} is private. It may write only to {@code /tmp}, {@value #WRITABLE_BYTES} bytes
 * in memory, and starts in an empty directory there. It has no network, not even the host's loopback; it sees only its own
 * processes; it has no input, no root rights, and the environment of {@link ProcessBackend}. When its first process or this JVM
 * ends, all its processes end.
 */
public final class SandboxBackend implements Backend {
    /** 64 MiB: enough for a test's files, and not enough to fill the machine's memory. */
    static final long WRITABLE_BYTES = 64L << 20;

    private static final Path TMP = Path.of("/tmp");
    private static final Path DIRECTORY = TMP.resolve("step");
    private static final List<String> HIDDEN = List.of("/home", "/root", "/run", "/mnt", "/media", "/srv", "/var/tmp");
    private static final List<String> EMPTIED = List.of("/etc/shadow", "/etc/gshadow", "/etc/shadow-", "/etc/gshadow-");

    private final File program;
    private final List<String> readable;
    private final Variables variables;
    private final List<String> prefix;

    private SandboxBackend(File program, List<String> readable, Variables variables) {
        this.program = program;
        this.readable = readable;
        this.variables = variables;
        this.prefix = prefix(program, readable);
    }

    /**
     * Finds bubblewrap, and tests it once.
     *
     * @throws BackendException if it is not installed, or if the kernel does not allow it to isolate; both messages contain
     *     advice
     */
    public static SandboxBackend find() {
        return find(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(File::new)
                .toList());
    }

    static SandboxBackend find(List<File> places) {
        File program = Stream.concat(places.stream(), Variables.PATH.stream().map(File::new))
                .map(place -> new File(place, "bwrap"))
                .filter(file -> file.isAbsolute() && file.canExecute())
                .findFirst()
                .orElseThrow(SandboxBackend::missing);
        return using(program);
    }

    static SandboxBackend using(File program) {
        SandboxBackend sandbox = new SandboxBackend(program, List.of(), new Variables(Map.of()));
        Execution trial = sandbox.execute(new Invocation(List.of("true"), OptionalLong.empty(), 4096));
        if (trial.exitCode() != 0) {
            throw forbidden(trial.errorOutput().strip());
        }
        return sandbox;
    }

    /** Whether {@link #find} would succeed. */
    public static boolean isAvailable() {
        try {
            find();
            return true;
        } catch (BackendException e) {
            return false;
        }
    }

    /**
     * Makes this file or folder of the host readable to each step, wherever it is.
     *
     * @throws BackendException if there is none
     */
    public SandboxBackend readable(Path path) {
        Path name = path.toAbsolutePath().normalize();
        // a hidden folder can be a link, and bubblewrap makes no folders behind links
        String place = secluded()
                .filter(name::startsWith)
                .findFirst()
                .map(folder -> real(folder).resolve(folder.relativize(name)))
                .orElse(name)
                .toString();
        requireExisting(place);
        return new SandboxBackend(
                program, Stream.concat(readable.stream(), Stream.of(place)).toList(), variables);
    }

    private static void requireExisting(String place) {
        if (!new File(place).exists()) {
            throw new BackendException(
                    "sandbox",
                    "there is no " + place + " to make readable",
                    "create it before the step runs, or do not make it readable",
                    null);
        }
    }

    /** Sets this variable for each step. */
    public SandboxBackend with(String variable, String value) {
        return new SandboxBackend(program, readable, variables.with(variable, value));
    }

    /** The complete command line that is started for a command. */
    public List<String> line(List<String> command) {
        List<String> line = new ArrayList<>(prefix.size() + command.size());
        line.addAll(prefix);
        line.addAll(command);
        return line;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public boolean isolates() {
        return true;
    }

    @Override
    public Execution execute(Invocation invocation) {
        Mark mark = new Mark(Mark.nextId(), DIRECTORY, false);
        ProcessBuilder builder = new ProcessBuilder(line(invocation.command()));
        variables.fill(builder.environment(), mark, invocation.seed());
        Execution execution;
        try {
            execution = StepProcess.run(name(), builder, mark, invocation.outputLimit());
        } catch (IOException e) {
            throw new BackendException(
                    name(), program + " cannot be started: " + e.getMessage(), "install it again", e);
        }
        return execution.exitCode() == 1 && execution.output().isEmpty() && !execution.ended()
                ? translated(execution, invocation.program())
                : execution;
    }

    /** The execution of a step that perhaps did not start, because bubblewrap then writes one line and ends with 1. */
    private Execution translated(Execution execution, String program) {
        String said = execution.errorOutput();
        if (said.startsWith("bwrap: Can't ")) {
            readable.forEach(SandboxBackend::requireExisting);
        }
        String prefix = "bwrap: execvp " + program + ": ";
        if (!said.startsWith(prefix) || said.indexOf('\n', prefix.length()) != said.length() - 1) {
            return execution;
        }
        return Execution.failure(
                said.startsWith("No such file", prefix.length()) ? Execution.NOT_FOUND : Execution.NOT_EXECUTABLE,
                said.substring("bwrap: execvp ".length()));
    }

    private static List<String> prefix(File program, List<String> readable) {
        List<String> line = new ArrayList<>(List.of(
                program.getPath(),
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--ro-bind",
                "/",
                "/",
                "--dev",
                "/dev",
                "--proc",
                "/proc"));
        List<String> hidden = hidden(secluded());
        hidden.forEach(folder -> line.addAll(List.of("--tmpfs", folder)));
        EMPTIED.stream()
                .filter(file -> new File(file).isFile())
                .forEach(file -> line.addAll(List.of("--ro-bind", "/dev/null", file)));
        line.addAll(List.of("--size", Long.toString(WRITABLE_BYTES), "--tmpfs", TMP.toString()));
        readable.forEach(path -> line.addAll(List.of("--ro-bind", path, path)));
        hidden.forEach(folder -> line.addAll(List.of("--remount-ro", folder)));
        line.addAll(List.of("--dir", DIRECTORY.toString(), "--chdir", DIRECTORY.toString(), "--"));
        return List.copyOf(line);
    }

    /** The folders to hide: those of the list, and this user's home. */
    private static Stream<Path> secluded() {
        return Stream.concat(HIDDEN.stream(), Stream.of(System.getProperty("user.home", "/")))
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /**
     * The real folders behind these names, without those inside another and without those in {@code /tmp}, which is private
     * anyway. The root folder, which is the home of users without one, cannot be hidden.
     */
    static List<String> hidden(Stream<Path> names) {
        List<Path> real = names.filter(Files::isDirectory)
                .map(SandboxBackend::real)
                .filter(folder -> folder.getNameCount() > 0 && !folder.startsWith(TMP))
                .distinct()
                .toList();
        return real.stream()
                .filter(folder -> real.stream().noneMatch(other -> folder.startsWith(other) && !folder.equals(other)))
                .map(Path::toString)
                .toList();
    }

    /** The path without links; the path itself if it cannot be read. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    static BackendException missing() {
        return new BackendException(
                "sandbox",
                "bubblewrap is not installed: there is no program `bwrap`",
                "install the package `bubblewrap` (on Debian and Ubuntu: apt-get install bubblewrap); without it, scenarios"
                        + " run on ProcessBackend.host(), which does not isolate",
                null);
    }

    private static BackendException forbidden(String said) {
        boolean namespaces =
                said.contains("namespace") || said.contains("uid map") || said.contains("Operation not permitted");
        return new BackendException(
                "sandbox",
                "bubblewrap cannot isolate here: " + (said.isEmpty() ? "it printed nothing" : said),
                namespaces
                        ? "let unprivileged users make namespaces (sysctl kernel.unprivileged_userns_clone=1, on Ubuntu also"
                                + " kernel.apparmor_restrict_unprivileged_userns=0; in a container, allow them there);"
                                + " without them, scenarios run on ProcessBackend.host(), which does not isolate"
                        : "see what `bwrap --ro-bind / / true` says; version 0.8 or later is needed",
                null);
    }
}
