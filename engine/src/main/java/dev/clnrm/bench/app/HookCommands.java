package dev.clnrm.bench.app;

import dev.clnrm.bench.config.Hooks;
import dev.clnrm.bench.measure.ProcessLog;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.report.json.JsonReport;
import dev.clnrm.bench.report.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the project's commands around a measurement, one after the other. Each command reads a JSON object from its standard input. Its
 * output goes to a log of the run. A command that fails or hangs only leads to a note; the measurement stays valid.
 *
 * @param directory the project's folder
 * @param run the folder of the run, which each command receives
 * @param hooks the commands of the project
 * @param seconds the time limit of each command
 */
record HookCommands(Path directory, Path run, Hooks hooks, int seconds) {
    /** The usual time limit: enough for a command that sends or draws something. */
    static final int LONGEST_SECONDS = 300;

    private static final long LAST_WORDS_MILLIS = 1_000;

    /** The same without commands and recipients: an interrupted run has only seconds to write its report. */
    HookCommands none() {
        return new HookCommands(directory, run, Hooks.NONE, seconds);
    }

    /** Runs the commands that come before the measurement. Returns a clause for each command that failed. */
    List<String> before() {
        return run("before-run", hooks.beforeRun(), Map.of(), JsonText.lines(told("before-run")));
    }

    /** Runs the commands that come after a suite, once for each of these suites. */
    List<String> afterSuites(List<String> suites) {
        List<String> notes = new ArrayList<>();
        suites.forEach(suite -> notes.addAll(run(
                "after-suite",
                hooks.afterSuite(),
                Map.of("CLNRM_SUITE", suite),
                JsonText.lines(told("after-suite").with("suite", suite)))));
        return notes;
    }

    /**
     * Runs the commands that come after the judgement. They read the report as {@code --format json} prints it.
     *
     * @return the report with a note for each command that failed
     */
    Report after(Report report) {
        String json = new JsonReport().render(report);
        List<String> notes = new ArrayList<>(run("after-run", hooks.afterRun(), Map.of(), json));
        if (report.exit() == ExitStatus.OVER_BUDGET) {
            notes.addAll(run("on-regression", hooks.onRegression(), Map.of(), json));
        }
        return report.noting(notes);
    }

    private Fields told(String when) {
        return new Fields().with("hook", when).with("run", run.toAbsolutePath().toString());
    }

    private List<String> run(String when, List<String> commands, Map<String, String> variables, String input) {
        List<String> notes = new ArrayList<>();
        for (String command : commands) {
            try {
                String failure = run(when, command, variables, input);
                if (!failure.isEmpty()) {
                    notes.add("hook " + when + " " + failure + ": " + command);
                }
            } catch (IOException e) {
                notes.add("hook " + when + " could not be run: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                notes.add("hook " + when + " was interrupted: " + command);
            }
        }
        return notes;
    }

    /** Runs one command. Returns how it failed, or an empty text. */
    private String run(String when, String command, Map<String, String> variables, String input)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("CLNRM_RUN", run.toAbsolutePath().toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        Thread writer = started(() -> write(process, input));
        Path log = run.resolve("logs").resolve("hook-" + when + ".log");
        Thread reader = started(() -> {
            try (ProcessLog printed = new ProcessLog(log)) {
                printed.copy(process.getInputStream());
            }
        });
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                return "was ended after " + Counts.duration(seconds);
            }
            // Destroying a process closes its streams, even if it has ended, so everything is read first.
            reader.join(LAST_WORDS_MILLIS);
            return process.exitValue() == 0 ? "" : "ended with status " + process.exitValue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            reader.join(LAST_WORDS_MILLIS);
            writer.join(LAST_WORDS_MILLIS);
        }
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work, "hook");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void write(Process process, String input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return; // a command need not read its input
        }
    }
}
