package dev.clnrm.bench.action;

import dev.clnrm.bench.app.Dashboards;
import dev.clnrm.bench.app.Statement;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.github.Posted;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.report.markdown.StepsView;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reports the result on the job's page, and the outcome of each post on GitHub.
 *
 * @param files the step's outputs and summary
 * @param log the job's log
 */
record Reporting(StepFiles files, WorkflowLog log) {
    /** The most annotations of a kind that GitHub shows. */
    private static final int MOST_ANNOTATIONS = 10;

    /** The names of posts for people, if they differ from the names of outputs. */
    private static final Map<String, String> WHAT = Map.of("steps", "issue of change points");

    void verdict(Statement statement) throws IOException {
        files.summary(statement.summary());
        files.output("status", statement.status());
        files.output("cases", Long.toString(statement.cases()));
        files.output("regressed", Long.toString(statement.regressed()));
        files.output("improved", Long.toString(statement.improved()));
        statement.refused().forEach(one -> log.warning(one.sentence()));
        statement.breaches().stream().limit(MOST_ANNOTATIONS).forEach(log::breach);
    }

    /** Writes a report of each platform into a folder of the workspace. Links are refused, because the code under test may have put them there. */
    List<Path> pages(Statement statement, Path workspace, String folder) throws IOException {
        Path into = own(workspace, folder);
        List<Path> written = new ArrayList<>();
        Map<String, String> pages = statement.pages();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = into.resolve(page.getKey());
            Files.deleteIfExists(file);
            Files.writeString(file, page.getValue(), StandardOpenOption.CREATE_NEW);
            written.add(file);
        }
        files.output(
                "report",
                pages.keySet().stream().map(name -> folder + "/" + name).collect(Collectors.joining("\n")));
        return written;
    }

    /** Writes a dashboard beside the report and returns its folder; empty if there is no run. */
    Optional<Path> dashboard(
            RunStore runs, String budgets, Optional<String> text, CommitGraph commits, Path workspace, String folder)
            throws IOException, DeclarationException {
        Path site = own(workspace, folder).resolve("dashboard");
        Scratch.delete(site);
        if (!Dashboards.write(runs, budgets, text, commits, site)) {
            return Optional.empty();
        }
        files.output("dashboard", folder + "/dashboard");
        return Optional.of(site);
    }

    void steps(StepsView stepped) throws IOException {
        if (!stepped.steps().isEmpty()) {
            files.summary("\n" + Templates.own().steps(stepped, false));
            log.notice(stepped.title());
        }
    }

    /** Reports that the run is only in the workspace. */
    void notStored(String store, Fault fault) throws IOException {
        String line = "The run is not in " + store + ": " + fault.message()
                + ". Keep the folder of the output `run`, and add it later with" + " `clnrm-bench push`.";
        log.warning(line);
        files.summary("\n" + line + "\n");
    }

    private static Path own(Path workspace, String folder) throws IOException {
        Path into = Files.createDirectories(workspace.resolve(folder));
        if (!into.toRealPath().equals(workspace.toRealPath().resolve(folder).normalize())) {
            throw new UnreadableFileException(into, "is a link", "the report is written beside the run");
        }
        return into;
    }

    void posted(Map<String, Posted> posted) throws IOException {
        for (Map.Entry<String, Posted> one : posted.entrySet()) {
            if (one.getValue() instanceof Posted.Not not) {
                boolean shared = not instanceof Posted.Shared;
                String line = "The " + WHAT.getOrDefault(one.getKey(), one.getKey())
                        + (shared ? " shows the worst result only: " : " was not written: ") + not.because() + ".";
                if (shared) {
                    log.error(line);
                } else {
                    log.notice(line);
                }
                files.summary("\n" + line + "\n");
            } else {
                files.output(one.getKey() + "-url", ((Posted.Done) one.getValue()).url());
            }
        }
    }
}
