package dev.clnrm.bench.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clnrm.bench.github.FakeGitHub;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.measure.Controller;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.reach.ChangedMember;
import dev.clnrm.bench.reach.ReachSummary;
import dev.clnrm.bench.reach.UnmeasuredSources;
import dev.clnrm.bench.runs.CaseFacts;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.RunRequest;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.Disturbance;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A bundle with every field a run of two sides writes, by the program's own writers, for the pull request 7 of a fork. It is changed as
 * whoever has the files can change them.
 *
 * @param workspace an empty folder
 */
record StrangersBundle(Path workspace) {
    static final String HEAD = PullRequestBundle.HEAD;
    static final String BASE = PullRequestBundle.BASE;
    static final CaseName SLOWER = new CaseName("s", "slower", Map.of("size", "10"));
    static final CaseName SAME = new CaseName("s", "same", Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ITERATIONS = 10;

    /** Writes it: `s/slower` takes this many times as long on the head, `s/same` takes the same. */
    StrangersBundle write(double factor, int forks) throws IOException {
        Files.createDirectories(folder());
        Path run = workspace.resolve("written");
        try (RunFolder written = RunFolder.createAt(run, manifest(forks));
                Journal journal = written.journal()) {
            int order = 0;
            for (int fork = 0; fork < forks; fork++) {
                for (String side : List.of("base", "head")) {
                    journal.append(fork(SLOWER, side, fork, order++, side.equals("head") ? factor : 1));
                    journal.append(fork(SAME, side, fork, order++, 1));
                }
            }
            written.end(written.manifest()
                    .ended(
                            RunManifest.State.FINISHED,
                            new RunEnd(
                                    Optional.of(Controller.End.COMPLETE),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    Optional.empty()),
                            Instant.EPOCH.plusSeconds(60)));
        }
        for (String file : List.of("run.json", "samples.ndjson")) {
            Files.copy(run.resolve(file), folder().resolve(file));
        }
        Files.writeString(folder().resolve("budgets.yaml"), "version: 1\n");
        return this;
    }

    private static final ChangedMember UNREACHED = new ChangedMember(
            ChangedMember.What.METHOD,
            ChangedMember.How.CHANGED,
            "com.acme.Text.parse(String)",
            Optional.of("src/main/java/com/acme/Text.java"),
            12,
            34);

    private static RunManifest manifest(int forks) {
        List<CaseFacts> cases = List.of(facts(SLOWER, forks), facts(SAME, forks));
        return RunManifest.begin(
                Instant.EPOCH,
                new RunRequest(
                        Optional.of("check"),
                        List.of("--base", BASE, "--head", HEAD),
                        Optional.of("budgets.yaml"),
                        607_868,
                        Map.of("base", BASE, "head", HEAD),
                        Optional.empty(),
                        Optional.empty()),
                MeasuredCode.of(commit(BASE), commit(HEAD))
                        .reaching(Optional.of(new ReachSummary(
                                false,
                                9,
                                1,
                                List.of(UNREACHED),
                                Optional.of(new UnmeasuredSources(2, List.of("core/src/main/java/Core.java")))))),
                Optional.of(SampleRun.MACHINE),
                new PlannedCases(cases, cases, List.of(), List.of(), List.of(), Optional.of(forks), Optional.empty()),
                Optional.of(new DeclaredRules(
                        List.of(SLOWER, SAME), Set.of(), Map.of("s/same", Budget.NONE), List.of(), Map.of())));
    }

    private static CaseFacts facts(CaseName name, int forks) {
        return new CaseFacts(
                name.toString(),
                Optional.of(Mode.AVERAGE),
                Optional.of(new Effort(
                        new Forks(Math.min(3, forks), forks),
                        new Warmup.Adaptive(2),
                        new Iterations(ITERATIONS, 0.05))),
                Optional.of(new CaseFacts.Java("/usr/lib/jvm/17", "17.0.15", "Debian")),
                Optional.of(List.of("-Xmx1g")),
                Optional.of("1.37"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CheckedOut commit(String hash) {
        return new CheckedOut(Optional.of(hash), Optional.of(hash), false);
    }

    private static JournalEntry fork(CaseName name, String side, int fork, int order, double factor) {
        int own = name.hashCode() % 7 + (side.equals("head") ? 5 : 0) + fork * 3;
        double[] values = new double[ITERATIONS];
        for (int i = 0; i < ITERATIONS; i++) {
            values[i] = 1e-6 * factor * (1 + 1e-3 * ((own * 13 + i * 7) % 17 - 8) + 1e-7 * order);
        }
        return new JournalEntry(
                name,
                side,
                fork,
                order,
                Instant.parse("2026-01-31T12:00:00Z").plusSeconds(order),
                0.2,
                1,
                new ForkSamples(
                        Mode.AVERAGE,
                        1,
                        0.05,
                        Values.of(2e-6, 1.1e-6),
                        true,
                        Values.of(values),
                        List.of(),
                        Map.of(ForkSamples.ALLOCATION, Values.of(24, 24, 24)),
                        Map.of()),
                new Outcome.Finished(),
                Optional.of(new Disturbance(Values.of(0.99, 0.98), 0.01, 0, 0.5, false, 0.99, 3)));
    }

    Path folder() {
        return workspace.resolve("bundle");
    }

    /** Changes what run.json says. */
    StrangersBundle run(Consumer<ObjectNode> change) throws IOException {
        Path file = folder().resolve("run.json");
        if (JSON.readTree(Files.readString(file)) instanceof ObjectNode run) {
            change.accept(run);
            Files.writeString(file, JSON.writeValueAsString(run));
        }
        return this;
    }

    /** Changes a section of run.json. */
    StrangersBundle section(String name, String json) throws IOException {
        return run(run -> run.withObject("/sections").set(name, json(json)));
    }

    /** Changes lines of samples.ndjson, each to any number of lines. */
    StrangersBundle forks(Forging forging) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String line : Files.readAllLines(folder().resolve("samples.ndjson"))) {
            if (JSON.readTree(line) instanceof ObjectNode fork) {
                for (JsonNode one : forging.forged(fork)) {
                    lines.append(JSON.writeValueAsString(one)).append('\n');
                }
            }
        }
        Files.writeString(folder().resolve("samples.ndjson"), lines);
        return this;
    }

    /** Changes the lines of the slower case on the head. */
    StrangersBundle slower(UnaryOperator<ObjectNode> change) throws IOException {
        return forks(fork -> List.of(isSlower(fork) && isHead(fork) ? change.apply(fork) : fork));
    }

    static boolean isSlower(JsonNode fork) {
        return fork.path("case").path("benchmark").asText().equals("slower");
    }

    static boolean isHead(JsonNode fork) {
        return fork.path("side").asText().equals("head");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What becomes of a line. */
    @FunctionalInterface
    interface Forging {
        List<? extends JsonNode> forged(ObjectNode fork);
    }

    /** What GitHub hands the step that publishes, where the base's file says this. */
    Map<String, String> environment(FakeGitHub github, String budgets) throws IOException {
        Map<String, String> environment = new PullRequestBundle(workspace.resolve("unused")).environment(github);
        github.file("budgets.yaml", BASE, budgets).file("budgets.yaml", HEAD, budgets);
        Files.copy(workspace.resolve("unused/event.json"), workspace.resolve("event.json"));
        environment.put("GITHUB_WORKSPACE", workspace.toString());
        environment.put("GITHUB_EVENT_PATH", workspace.resolve("event.json").toString());
        environment.put("GITHUB_OUTPUT", workspace.resolve("output").toString());
        environment.put("GITHUB_STEP_SUMMARY", workspace.resolve("summary").toString());
        return environment;
    }
}
