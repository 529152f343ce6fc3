package dev.clnrm.bench.action;

import dev.clnrm.bench.cli.Judged;
import dev.clnrm.bench.cli.Publication;
import dev.clnrm.bench.declare.BudgetsFile;
import dev.clnrm.bench.declare.BudgetsReader;
import dev.clnrm.bench.declare.DeclarationException;
import dev.clnrm.bench.publish.github.Breach;
import dev.clnrm.bench.publish.github.Destination;
import dev.clnrm.bench.publish.github.GitHubClient;
import dev.clnrm.bench.publish.github.Posted;
import dev.clnrm.bench.store.Bundle;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One step of a workflow. */
final class Step {
    /** GitHub shows no more annotations of a kind. */
    private static final int MOST_ANNOTATIONS = 10;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final Inputs inputs;
    private final StepFiles files;

    Step(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.inputs = new Inputs(environment);
        this.files = new StepFiles(environment);
    }

    /** Does what the inputs say and gives the exit status, which is the verdict's. */
    int run() throws IOException, InterruptedException, DeclarationException {
        Mode mode = inputs.mode();
        Event event = Event.read(environment);
        return switch (mode) {
            case REPORT -> report(event);
            case RUN, ALL -> measure(event, mode);
        };
    }

    private int measure(Event event, Mode mode) throws IOException, InterruptedException, DeclarationException {
        event.mayMeasure();
        Measuring measuring = new Measuring(workspace(), environment);
        if (mode == Mode.RUN && !inputs.token().isEmpty()) {
            throw new Wrong(
                    "`mode: run` takes no token: it runs code nobody has looked at", "leave out `github-token`");
        }
        if (mode == Mode.ALL && inputs.token().isEmpty()) {
            throw new Wrong("`mode: all` has no token to publish with", "give `github-token`, or use `mode: run`");
        }
        if (mode == Mode.ALL && !measuring.apart()) {
            throw new Wrong(
                    "`mode: all` cannot keep its token from the code under test here: both would be one user",
                    "use the container, or `mode: run` and `mode: report` in steps of their own");
        }
        String folder = inputs.path("out", "clnrm-bench-run");
        List<String> words = Command.words(event, inputs, folder, measuring);
        String token = StepFiles.random();
        out.println("::stop-commands::" + token);
        out.flush();
        int exit;
        try {
            exit = measuring.run(words);
        } finally {
            out.println("::" + token + "::");
        }
        files.output("exit", Integer.toString(exit));
        Path run = workspace().resolve(folder);
        if (Files.notExists(run.resolve("run.json"))) {
            files.output("status", "could-not-measure");
            return exit;
        }
        files.output("run", folder);
        Path bundle = run.resolve("bundle");
        Bundle.write(run, workspace().resolve(inputs.budgets()), bundle, workspace());
        measuring.give(bundle);
        files.output("bundle", folder + "/bundle");
        Judged judged = judged(bundle, Files.createTempDirectory("clnrm-bench-bundle-"));
        say(judged);
        if (mode == Mode.ALL) {
            Publication publication = publication(event);
            GitHubClient github = GitHubClient.of(destination());
            posted(publication.say(judged, event.pullRequest(), github));
        }
        return exit;
    }

    private int report(Event event) throws IOException, DeclarationException {
        if (inputs.token().isEmpty()) {
            throw new Wrong("`mode: report` has no token to publish with", "give `github-token`");
        }
        Path bundle = workspace().resolve(inputs.path("bundle", "bundle"));
        Path scratch = Files.createTempDirectory("clnrm-bench-report-");
        Publication.Result result = publication(event).ofBundle(bundle, scratch, GitHubClient.of(destination()));
        files.output("exit", Integer.toString(result.judged().exit()));
        say(result.judged());
        posted(result.posted());
        return result.judged().exit();
    }

    private Judged judged(Path bundle, Path run) throws DeclarationException, IOException {
        Bundle.open(bundle, run);
        Path file = run.resolve(Bundle.BUDGETS);
        BudgetsFile budgets = Files.exists(file)
                ? BudgetsReader.read(inputs.budgets(), Files.readAllBytes(file))
                : BudgetsFile.empty(inputs.budgets());
        return Judged.of(
                run,
                new Judged.Rules(budgets, inputs.failOn(), inputs.truth("fail-on-inconclusive"), List.of()),
                LocalDate.now(ZoneOffset.UTC));
    }

    private void say(Judged judged) throws IOException {
        files.summary(judged.markdown());
        files.output("status", judged.status());
        files.output("cases", Long.toString(judged.cases()));
        files.output("regressed", Long.toString(judged.regressed()));
        files.output("improved", Long.toString(judged.improved()));
        judged.breaches().stream().limit(MOST_ANNOTATIONS).forEach(this::annotate);
    }

    private void annotate(Breach breach) {
        out.println("::error file=" + property(breach.path()) + ",line=" + breach.line() + ",title="
                + property(breach.title()) + "::" + escaped(breach.message()));
    }

    private void posted(Map<String, Posted> posted) throws IOException {
        List<String> unsaid = new ArrayList<>();
        for (Map.Entry<String, Posted> one : posted.entrySet()) {
            if (one.getValue() instanceof Posted.Done done) {
                files.output(one.getKey() + "-url", done.url());
            } else {
                unsaid.add("The " + one.getKey() + " was not written: " + because(one.getValue()) + ".");
            }
        }
        for (String line : unsaid) {
            out.println("::notice::" + escaped(line));
            files.summary("\n" + line + "\n");
        }
    }

    private static String because(Posted posted) {
        if (posted instanceof Posted.Superseded superseded) {
            return superseded.because();
        }
        if (posted instanceof Posted.Refused refused) {
            return refused.because();
        }
        return posted instanceof Posted.Failed failed ? failed.because() : "";
    }

    private Publication publication(Event event) {
        String server = environment.getOrDefault("GITHUB_SERVER_URL", "");
        String run = environment.getOrDefault("GITHUB_RUN_ID", "");
        return new Publication(
                event.commit(),
                event.owner(),
                event.branch(),
                inputs.budgets(),
                inputs.key(),
                event.order(),
                event.scheduled(),
                server.isEmpty() || run.isEmpty() ? "" : server + "/" + repository() + "/actions/runs/" + run,
                inputs.failOn(),
                inputs.truth("fail-on-inconclusive"));
    }

    private Destination destination() {
        String api = environment.getOrDefault("GITHUB_API_URL", Destination.PUBLIC.toString());
        return new Destination(URI.create(api), repository(), inputs.token());
    }

    private String repository() {
        return environment.getOrDefault("GITHUB_REPOSITORY", "");
    }

    private Path workspace() {
        return Path.of(Optional.ofNullable(environment.get("GITHUB_WORKSPACE")).orElse(""))
                .toAbsolutePath();
    }

    /** Text of a workflow command. */
    static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** Runs git and gives its first line; empty if it fails. */
    static Optional<String> git(Path workspace, Map<String, String> variables, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workspace.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String line;
        try (var reader = process.inputReader()) {
            line = reader.readLine();
        }
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0
                ? Optional.ofNullable(line)
                : Optional.empty();
    }
}
