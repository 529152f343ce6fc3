package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.init.Init;
import dev.clnrm.bench.init.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description = "Sets up a project that has JMH benchmarks: finds them and how Maven, Gradle or sbt builds them,"
                + " and writes budgets.yaml, a workflow for pull requests and a line in .gitignore. It runs"
                + " nothing of the project, and overwrites no file.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench init --dry-run      print what it would write",
            "  clnrm-bench init                only people with write access open pull requests",
            "  clnrm-bench init --forks        pull requests also come from forks: two workflows",
            "  clnrm-bench init ../library     a project in another folder",
            "",
            "Exit status: 0 the project is set up, 2 nothing can be measured, or a file cannot be written."
        })
final class InitCommand extends Subcommand {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The folder from which the project is built (default: this folder).")
    private Path project = Path.of("");

    @Option(
            names = "--forks",
            description = "Write two workflows, so that pull requests from forks are measured without a token.")
    private boolean forks;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Print what would be written, and write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (!Files.isDirectory(project)) {
            throw new UserException("there is no folder " + project, "name the folder of a project");
        }
        Setup setup;
        try {
            setup = new Init(project, forks, dryRun).run();
        } catch (IOException e) {
            throw new UserException("the project cannot be read: " + e.getMessage(), "check the folder's permissions");
        }
        print(new InitText(setup, project, dryRun).text());
        return setup.failed() ? ExitStatus.WRONG_USE : ExitStatus.WITHIN_BUDGET;
    }
}
