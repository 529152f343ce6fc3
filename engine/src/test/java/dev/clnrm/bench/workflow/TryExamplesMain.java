package dev.clnrm.bench.workflow;

import dev.clnrm.bench.github.FakeGitHub;
import dev.clnrm.bench.runs.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Executes every example workflow, the README's and this repository's own, for the events they start on, and prints what each posted. Its words:
 * the action's image, the engine that runs it, the folder of this program, a folder with the example project, and names of scenarios; all if
 * there is none. Ends with 1 if anything is not as it should be.
 */
final class TryExamplesMain {
    private static final Pattern OURS = Pattern.compile("::(error|notice|warning)\\b.*");

    private final FakeGitHub github = new FakeGitHub();
    private final Path root;
    private final Origin origin;
    private final Path work;
    private final WorkflowRun.Site site;
    private final List<String> rows = new ArrayList<>();
    private int runs;
    private int wrong;

    /** One set of events to try. */
    private interface Scenario {
        void run() throws IOException, InterruptedException;
    }

    private TryExamplesMain(String image, boolean docker, Path root, Path work) throws IOException {
        this.root = root;
        this.work = work;
        this.origin = new Origin(work.resolve("origin"));
        StandInActions actions = new StandInActions(
                origin.folder(),
                Files.createDirectory(work.resolve("artifacts")),
                Files.createDirectory(work.resolve("caches")));
        this.site = new WorkflowRun.Site(work, image, docker, github.address(), root, actions);
    }

    /** Runs the scenarios. */
    public static void main(String[] words) throws IOException, InterruptedException {
        TryExamplesMain all =
                new TryExamplesMain(words[0], words[1].equals("docker"), Path.of(words[2]), Path.of(words[3]));
        try {
            all.run(List.of(words).subList(4, words.length));
        } finally {
            all.github.close(); // its thread would keep this program alive after an exception
        }
        System.exit(all.wrong == 0 ? 0 : 1);
    }

    private void run(List<String> names) throws IOException, InterruptedException {
        github.permission("maintainer", "write").permission("stranger", "read");
        scenario(names, "pull_request", this::pullRequest);
        scenario(names, "fork", this::fork);
        scenario(names, "label", this::label);
        scenario(names, "approval", this::approval);
        scenario(names, "comment", this::comment);
        scenario(names, "merge_group", this::mergeGroup);
        scenario(names, "schedule", this::schedule);
        scenario(names, "own", this::own);
        scenario(names, "cache", this::cache);
        scenario(names, "more", this::more);
        scenario(names, "hostile", this::hostile);
        System.out.println("\n| event | workflow | steps with the action | posted | artifacts | time |");
        System.out.println("| :--- | :--- | :--- | :--- | :--- | ---: |");
        rows.forEach(System.out::println);
        System.out.println(wrong == 0 ? "\nall as it should be" : "\n" + wrong + " things are wrong");
    }

    private void scenario(List<String> names, String name, Scenario scenario) throws IOException, InterruptedException {
        if (names.isEmpty() || names.contains(name)) {
            System.out.println("== " + name);
            scenario.run();
        }
    }

    private void pullRequest() throws IOException, InterruptedException {
        for (Path workflow : List.of(readme(), example("same-repository"))) {
            fresh("o:topic", "main", "topic");
            List<Step> steps = run(workflow, origin.pullRequest("opened", "topic"));
            exits(steps, exit -> exit == 1);
            expect("verdict", "regressed", steps.get(0).output("status"));
            expect("comments", List.of("7 main"), comments());
        }
        github.pullRequest(7, origin.commit("same"), "o:same", origin.commit("main"));
        List<Step> reverted = run(example("same-repository"), origin.pullRequest("synchronize", "same"));
        exits(reverted, exit -> exit == 0);
        expect(
                "the comment of before is up to date",
                true,
                github.comments().get(0).contains("Nothing was measured"));

        fresh("o:documents", "main", "documents");
        exits(run(example("github-enterprise"), origin.pullRequest("opened", "documents")), exit -> exit == 0);
        expect("comments where only documents changed", List.of(), comments());
        expect("check", "success", github.checks().get(0).path("conclusion").asText());

        fresh("o:topic", "main", "topic");
        run(example("monorepo"), origin.pullRequest("opened", "topic"));
        expect("comments", List.of("7 parser", "7 server"), comments());
        fresh("o:own-topic", "own", "own-topic");
        run(example("matrix"), origin.pullRequest("opened", "own-topic", "own"));
        expect(
                "bundles",
                4L,
                artifacts().stream().filter(name -> name.startsWith("shard-")).count());
    }

    private void fork() throws IOException, InterruptedException {
        fresh("mallory:topic", "main", "topic");
        exits(run(example("forks"), origin.pullRequest("opened", "topic")), exit -> exit == 1);
        expect("requests of the stage without a token", List.of(), github.requests());
        exits(run(example("forks-report"), origin.finished(runs, "topic", "failure")), exit -> exit == 1);
        expect("comments", List.of("7 main"), comments());
        fresh("mallory:topic", "main", "topic", false);
        github.readOnly();
        exits(run(example("forks-report"), origin.finished(runs, "topic", "failure")), exit -> exit == 1);
        expect("comments with a token that may only read", List.of(), comments());
        run(example("forks-report"), origin.finished(runs, "topic", "skipped"));
    }

    private void label() throws IOException, InterruptedException {
        fresh("mallory:topic", "main", "topic");
        run(example("label"), origin.labeled("benchmark"));
        run(example("forks-report"), origin.finished(runs, "topic", "failure"));
        expect("comments", List.of("7 main"), comments());
        expect(
                "steps for another label",
                0,
                run(example("label"), origin.labeled("bug")).size());
    }

    private void approval() throws IOException, InterruptedException {
        fresh("mallory:topic", "main", "topic");
        run(example("approval"), origin.pullRequest("opened", "topic"));
        run(example("forks-report"), origin.finished(runs, "topic", "failure"));
        expect("comments", List.of("7 main"), comments());
    }

    private void comment() throws IOException, InterruptedException {
        fresh("mallory:topic", "main", "topic");
        List<Step> steps = run(example("comment"), origin.commented("maintainer", true, "/benchmark parse"));
        expect("modes", "answer run report", steps.stream().map(Step::mode).collect(Collectors.joining(" ")));
        expect("comments", List.of("7 main/answer", "7 on-request"), comments());
        expect("answer", true, github.comments().get(0).contains("measures the cases whose name contains `parse`"));
        expect("verdict", "regressed", steps.get(2).output("status"));
        fresh("mallory:topic", "main", "topic");
        expect(
                "steps",
                1,
                run(example("comment"), origin.commented("stranger", true, "/benchmark"))
                        .size());
        expect("answer", true, github.comments().get(0).contains("only people with write access"));
        fresh("mallory:topic", "main", "topic");
        run(example("comment"), origin.commented("maintainer", true, "/benchmark $(touch owned) --out=/"));
        expect("answer", true, github.comments().get(0).contains("the filter is no part of a case's name"));
        fresh("mallory:topic", "main", "topic");
        expect(
                "steps on an issue",
                0,
                run(example("comment"), origin.commented("maintainer", false, "/benchmark"))
                        .size());
        expect("comments", List.of(), comments());
    }

    private void mergeGroup() throws IOException, InterruptedException {
        fresh("o:topic", "main", "topic");
        List<Step> steps = run(example("merge-queue"), origin.queued("topic", "main"));
        exits(steps, exit -> exit == 1);
        expect("requests", List.of(), github.requests());
    }

    private void schedule() throws IOException, InterruptedException {
        Path history = site.actions().caches().resolve("performance-history-0");
        for (int day = 1; day <= 3; day++) {
            SampleRun.main(new String[] {
                history.resolve("day-" + day).toString(), "6", "one", Integer.toString(day), "1", Integer.toString(day)
            });
        }
        fresh("o:topic", "main", "strict");
        Occurrence schedule = new Occurrence("schedule", origin.commit("strict"), "refs/heads/main", Origin.onMain());
        List<Step> steps = run(example("weekly"), schedule);
        exits(steps, exit -> exit == 1);
        expect("issues", List.of("open"), issues());
        expect("dashboard", "clnrm-bench-run/dashboard", steps.get(0).output("dashboard"));
        Occurrence again = new Occurrence("schedule", origin.commit("main"), "refs/heads/main", Origin.onMain());
        exits(run(example("weekly"), again), exit -> exit == 0);
        expect("the issue of before", List.of("closed"), issues());
        fresh("o:topic", "main", "topic");
        run(
                example("weekly"),
                new Occurrence("workflow_dispatch", origin.commit("main"), "refs/heads/main", Origin.onMain()));
        expect("issues", List.of(), issues());
        Path kept = site.actions().caches().resolve("performance-history-" + (4700 + runs));
        try (Stream<Path> all = Files.list(kept)) {
            expect("runs in the history", 6L, all.count());
        }
    }

    private void own() throws IOException, InterruptedException {
        Path workflows = root.resolve(".github/workflows");
        fresh("mallory:own-topic", "own", "own-topic");
        run(workflows.resolve("performance.yml"), origin.pullRequest("opened", "own-topic", "own"));
        run(workflows.resolve("performance-report.yml"), origin.finished(runs, "own-topic", "failure"));
        expect("comments", List.of("7 benchmark", "7 memory", "7 concurrency"), comments());
        fresh("o:own-topic", "own", "own-topic");
        run(
                workflows.resolve("performance.yml"),
                new Occurrence("push", origin.commit("own"), "refs/heads/main", Origin.onMain()));
        expect("dashboard", true, artifacts().contains("dashboard"));
    }

    private void cache() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            fresh("o:documents", "main", "documents");
            run(example("cached"), origin.pullRequest("opened", "documents"));
        }
        Path home = site.actions().caches().resolve("build-home-a-hash");
        expect("downloads of four builds in two runs", "fetched\n", Files.readString(home.resolve(".m2/fetched")));
    }

    private void more() throws IOException, InterruptedException {
        fresh("o:topic", "main", "topic");
        run(example("host"), origin.pullRequest("opened", "topic"));
        expect("comments", List.of("7 main"), comments());
        fresh("o:documents", "main", "documents");
        List<Step> steps = run(example("own-image"), origin.pullRequest("opened", "documents"));
        exits(steps, exit -> exit == 0);
        expect("check", "success", github.checks().get(0).path("conclusion").asText());
    }

    private void hostile() throws IOException, InterruptedException {
        fresh("o:hostile", "main", "hostile");
        List<Step> steps = run(
                root.resolve("engine/src/test/resources/workflows/hostile.yml"),
                new Occurrence("push", origin.commit("hostile"), "refs/heads/other", Origin.onMain()));
        Machine machine = steps.get(0).machine();
        String got = Files.readString(machine.workspace().resolve("got.txt"));
        expect("the benchmark ran", true, got.contains("own environment"));
        for (String secret : List.of("a-token", "secret-of", "WRITTEN", "WRITABLE", StandInActions.TOKEN)) {
            expect("`" + secret + "` in what it got", false, got.contains(secret));
        }
        expect(
                "token left in the checkout",
                false,
                Files.readString(machine.workspace().resolve(".git/config")).contains("extraheader"));
        expect(
                "warning of it",
                true,
                Files.readString(steps.get(0).log()).contains("::warning title=clnrm-bench::removed the token"));
    }

    private Path readme() throws IOException {
        String text = Files.readString(root.resolve("README.md"));
        String block = text.substring(text.indexOf("```yml\n") + 7);
        return Files.writeString(work.resolve("README.md"), block.substring(0, block.indexOf("```")));
    }

    private Path example(String name) {
        return root.resolve("docs/examples/" + name + ".yml");
    }

    private void fresh(String branch, String base, String head) throws IOException, InterruptedException {
        fresh(branch, base, head, true);
    }

    /** A GitHub that knows one pull request and nothing else. */
    private void fresh(String branch, String base, String head, boolean bare) throws IOException, InterruptedException {
        github.forget();
        github.pullRequest(7, origin.commit(head), branch, origin.commit(base));
        for (String one : List.of(base, head)) {
            github.file("budgets.yaml", origin.commit(one), origin.git("show", origin.commit(one) + ":budgets.yaml"));
        }
        for (String artifact : bare ? artifacts() : List.<String>of()) {
            dev.clnrm.bench.os.Scratch.delete(site.actions().artifacts().resolve(artifact));
        }
    }

    private List<Step> run(Path workflow, Occurrence occurrence) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Step> steps = WorkflowRun.of(site, workflow, occurrence, ++runs);
        long seconds = Math.round((System.nanoTime() - start) / 1e9);
        String said = steps.stream()
                .map(step -> step.mode() + ": " + step.exit()
                        + (step.output("status").isEmpty() ? "" : " " + step.output("status")) + ", summary "
                        + step.summary() + " B")
                .collect(Collectors.joining("<br>"));
        String row =
                "| " + occurrence.event() + " | " + workflow.getFileName() + " | " + (said.isEmpty() ? "none" : said)
                        + " | " + posted() + " | " + String.join(", ", artifacts()) + " | " + seconds + " s |";
        rows.add(row);
        System.out.println(row);
        for (Step step : steps) {
            sound(step);
        }
        return steps;
    }

    private String posted() {
        Stream<String> comments = comments().stream().map(one -> "comment on " + one);
        Stream<String> checks = github.checks().stream()
                .map(one -> "check `" + one.path("name").asText() + "` "
                        + one.path("conclusion").asText());
        Stream<String> issues = issues().stream().map(one -> "issue " + one);
        return Stream.of(comments, checks, issues).flatMap(one -> one).collect(Collectors.joining("<br>"));
    }

    /** What holds after each step: who owns its files, what the runner would obey, what GitHub does not describe. */
    private void sound(Step step) throws IOException {
        expect("requests that GitHub does not describe", List.of(), github.violations());
        if (step.exit() > 1 || (step.outputs().isEmpty() && !step.mode().equals("answer"))) {
            wrong++;
            System.out.print(Files.readString(step.log())
                    .lines()
                    .map(line -> "    " + line + "\n")
                    .collect(Collectors.joining()));
        }
        List<String> obeyed = new ArrayList<>();
        String stopped = "";
        for (String line : Files.readAllLines(step.log())) {
            if (line.startsWith("::stop-commands::")) {
                stopped = "::" + line.substring("::stop-commands::".length()) + "::";
            } else if (line.equals(stopped)) {
                stopped = "";
            } else if ((stopped.isEmpty()
                            && line.strip().startsWith("::")
                            && !OURS.matcher(line).matches())
                    || line.contains("##[")) {
                obeyed.add(line);
            }
        }
        expect("commands that the runner would obey", List.of(), obeyed);
        if (step.machine().root()) {
            TreeSet<String> owners = new TreeSet<>();
            try (Stream<Path> all = Files.walk(step.machine().folder().resolve("work"))) {
                for (Path one : all.toList()) {
                    owners.add(String.valueOf(Files.getAttribute(one, "unix:uid", LinkOption.NOFOLLOW_LINKS)));
                }
            }
            expect("owners of the runner's files", List.of(Integer.toString(Machine.RUNNER)), List.copyOf(owners));
        }
    }

    private void exits(List<Step> steps, IntPredicate right) {
        steps.forEach(
                step -> expect("exit status " + step.exit() + " of " + step.mode(), true, right.test(step.exit())));
    }

    private void expect(String what, Object right, Object seen) {
        if (!right.equals(seen)) {
            wrong++;
            System.out.println("  WRONG: " + what + ": expected " + right + ", seen " + seen);
        }
    }

    /** The comments of ours, each with the number of its pull request and its key. */
    private List<String> comments() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < github.comments().size(); i++) {
            all.add(github.commented(i) + " "
                    + github.comments().get(i).replaceFirst("(?s)<!-- clnrm-bench:(\\S+) .*", "$1"));
        }
        return all;
    }

    private List<String> issues() {
        return github.issues().stream().map(one -> one.path("state").asText()).toList();
    }

    private List<String> artifacts() throws IOException {
        try (Stream<Path> all = Files.list(site.actions().artifacts())) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
