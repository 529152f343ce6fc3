package dev.clnrm.bench.action;

import dev.clnrm.bench.github.FakeGitHub;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.RunRequest;
import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What `mode: run` wrote for the pull request 7 of a fork, and the workflow run that publishes it: one case half again as slow on the
 * head, one as it was.
 *
 * @param workspace an empty folder
 */
record PullRequestBundle(Path workspace) {
    static final String HEAD = "9d0e77c".repeat(5) + "00000";
    static final String BASE = "3f2c1ab".repeat(5) + "00000";
    static final String BUDGETS = "version: 1\nbudgets:\n  s/slower:\n    time: at most 1200 ns\n";

    PullRequestBundle {
        try (RunFolder run = RunFolder.createAt(workspace.resolve("run"), manifest())) {
            run.end(run.manifest().ended(RunManifest.State.FINISHED, RunEnd.NONE, Instant.EPOCH.plusSeconds(60)));
        } catch (UnwritableFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RunManifest manifest() {
        return RunManifest.begin(
                Instant.EPOCH,
                new RunRequest(
                        Optional.empty(), List.of(), Optional.empty(), 1, Map.of(), Optional.empty(), Optional.empty()),
                MeasuredCode.of(commit(BASE), commit(HEAD)),
                Optional.empty(),
                new PlannedCases(
                        List.of(), List.of(), List.of(), List.of(), List.of(), Optional.of(5), Optional.empty()),
                Optional.empty());
    }

    private static CheckedOut commit(String hash) {
        return new CheckedOut(Optional.of(hash.substring(0, 7)), Optional.of(hash), false);
    }

    Path folder() {
        return workspace.resolve("bundle");
    }

    /** Writes it as a folder. */
    PullRequestBundle write() throws IOException {
        Files.createDirectory(folder());
        Files.copy(workspace.resolve("run/run.json"), folder().resolve("run.json"));
        Files.writeString(folder().resolve("samples.ndjson"), samples("slower", 1.5) + samples("same", 1));
        Files.writeString(folder().resolve("budgets.yaml"), BUDGETS);
        return this;
    }

    static String samples(String benchmark, double factor) {
        StringBuilder forks = new StringBuilder();
        for (int fork = 0; fork < 5; fork++) {
            forks.append(fork(benchmark, "base", fork, 1)).append(fork(benchmark, "head", fork, factor));
        }
        return forks.toString();
    }

    static String fork(String benchmark, String side, int fork, double factor) {
        String values = "";
        for (int i = 0; i < 5; i++) {
            double nanoseconds = factor * (1000 + (fork * 7 + i * 3) % 11 - 5);
            values += (i == 0 ? "" : ",") + nanoseconds + "e-9";
        }
        return "{\"format\":1,\"case\":{\"suite\":\"s\",\"benchmark\":\"" + benchmark + "\",\"params\":{}},\"side\":\""
                + side
                + "\",\"fork\":" + fork + ",\"order\":" + fork
                + ",\"started\":\"2026-01-31T12:00:00Z\",\"mode\":\"avgt\",\"threads\":1,\"startup\":0.2,\"iteration\":0.1,"
                + "\"warmup\":[],\"steady\":true,\"values\":[" + values + "]}\n";
    }

    /** Makes a zip file of the folder and of other entries, and puts it in the folder's place. */
    void zip(Map<String, String> others) throws IOException {
        Path zip = workspace.resolve("bundle.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : new String[] {"run.json", "samples.ndjson", "budgets.yaml"}) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(folder().resolve(name), out);
            }
            for (Map.Entry<String, String> other : others.entrySet()) {
                out.putNextEntry(new ZipEntry(other.getKey()));
                out.write(other.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    void replace(String file, String pattern, String by) throws IOException {
        String text = Files.readString(folder().resolve(file));
        String changed = text.replaceFirst(pattern, by);
        if (changed.equals(text)) {
            throw new IllegalStateException("nothing in " + file + " matches " + pattern);
        }
        Files.writeString(folder().resolve(file), changed);
    }

    /** What GitHub hands the step that publishes. */
    Map<String, String> environment(FakeGitHub github) throws IOException {
        Files.writeString(
                workspace.resolve("event.json"),
                "{\"workflow_run\":{\"event\":\"pull_request\",\"head_sha\":\"" + HEAD
                        + "\",\"head_branch\":\"topic\",\"head_repository\":{\"owner\":{\"login\":\"mallory\"}},"
                        + "\"id\":12,\"run_attempt\":1}}");
        github.pullRequest(7, HEAD, "mallory:topic", BASE)
                .file("budgets.yaml", BASE, BUDGETS)
                .file("budgets.yaml", HEAD, BUDGETS);
        Map<String, String> environment = new HashMap<>();
        environment.putAll(Map.of(
                "INPUT_MODE", "report",
                "INPUT_GITHUB-TOKEN", "a-token",
                "GITHUB_EVENT_NAME", "workflow_run",
                "GITHUB_EVENT_PATH", workspace.resolve("event.json").toString(),
                "GITHUB_API_URL", github.address().toString(),
                "GITHUB_REPOSITORY", "o/r",
                "GITHUB_WORKSPACE", workspace.toString(),
                "GITHUB_OUTPUT", workspace.resolve("output").toString(),
                "GITHUB_STEP_SUMMARY", workspace.resolve("summary").toString()));
        return environment;
    }
}
