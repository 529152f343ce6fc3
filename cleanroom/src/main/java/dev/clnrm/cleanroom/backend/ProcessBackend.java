package dev.clnrm.cleanroom.backend;

import dev.clnrm.cleanroom.BackendException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Processes of the host. Immutable and safe for concurrent use.
 *
 * <p>Each step gets a new empty working directory, which is deleted with all its content afterwards, no input, and an environment
 * of {@code PATH}, {@code HOME}, {@code TMPDIR}, {@code LANG}, {@code TZ}, {@code CLNRM_STEP}, for deterministic scenarios
 * {@code CLNRM_SEED}, and the variables added by {@link #with}; nothing of this JVM's environment. Processes that a step leaves
 * running are ended after it.
 *
 * <p>It cleans up, but it does not isolate: a step has the rights of this JVM, its files and its network.
 */
public final class ProcessBackend implements Backend {
    private final Path parent;
    private final Variables variables;

    private ProcessBackend(Path parent, Variables variables) {
        this.parent = parent;
        this.variables = variables;
    }

    /** A backend that uses the system's directory for temporary files. */
    public static ProcessBackend host() {
        return hostIn(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** A backend that creates the directories of its steps in this one. */
    public static ProcessBackend hostIn(Path parent) {
        return new ProcessBackend(parent.toAbsolutePath(), new Variables(Map.of()));
    }

    /** Sets this variable for each step. The programs of steps are searched in its {@code PATH} first. */
    public ProcessBackend with(String variable, String value) {
        return new ProcessBackend(parent, variables.with(variable, value));
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public boolean isolates() {
        return false;
    }

    @Override
    public Execution execute(Invocation invocation) {
        Path program = find(invocation.program());
        if (program == null) {
            return Execution.failure(Execution.NOT_FOUND, invocation.program() + ": no such command");
        }
        Path directory;
        Mark mark;
        try {
            String id = Mark.nextId();
            directory = StepDirectory.make(parent.toRealPath(), id);
            mark = new Mark(id, directory, true);
        } catch (IOException e) {
            throw failed("no directory can be created in " + parent + ": " + e, "use a writable one", e);
        }
        try {
            return run(invocation, program, mark);
        } finally {
            remove(directory);
        }
    }

    private Execution run(Invocation invocation, Path program, Mark mark) {
        List<String> line = new ArrayList<>(invocation.command());
        line.set(0, program.toString());
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(mark.directory().toFile());
        variables.fill(builder.environment(), mark, invocation.seed());
        try {
            return StepProcess.run(name(), builder, mark, invocation.outputLimit());
        } catch (IOException e) {
            return Execution.failure(Execution.NOT_EXECUTABLE, invocation.program() + ": " + e.getMessage());
        }
    }

    /**
     * The file of a program. A name without a slash is searched in the absolute folders of the step's path and then in the usual
     * ones, independent of this JVM's working directory.
     */
    private @Nullable Path find(String program) {
        if (program.indexOf('/') >= 0) {
            // a relative path would refer to the step's own directory, which is empty
            File file = new File(program);
            return file.isAbsolute() && file.exists() ? file.toPath() : null;
        }
        for (String place : variables.path()) {
            File file = new File(place, program);
            if (file.isFile() && file.canExecute()) {
                return file.toPath();
            }
        }
        return null;
    }

    private void remove(Path directory) {
        try {
            StepDirectory.remove(directory);
        } catch (IOException e) {
            throw failed("the files of a step in " + directory + " cannot be deleted: " + e, "delete them by hand", e);
        }
    }

    private BackendException failed(String what, String help, IOException cause) {
        return new BackendException(name(), what, help, cause);
    }
}
