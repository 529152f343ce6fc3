package dev.clnrm.bench.action;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Git;
import dev.clnrm.bench.github.Destination;
import dev.clnrm.bench.store.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The earlier runs for a step. They are opened before the measurement, and code under test cannot reach them.
 *
 * @param runs the store of the runs
 * @param folder the folder to put back into the workspace; empty if the runs are in a branch or a database
 */
record StepHistory(RunStore runs, Optional<KeptHistory> folder) {
    static StepHistory of(KeptHistory folder) {
        return new StepHistory(folder.runs(), Optional.of(folder));
    }

    /**
     * Runs in a branch or a database. The branch is used in a separate repository, because the code under test may change the settings of
     * the workspace's repository.
     *
     * @param word {@code git:BRANCH} or {@code jdbc:URL}
     * @param scratch a folder that only this program can read
     * @param server the web address of the GitHub server
     */
    static StepHistory of(
            String word,
            Path workspace,
            Path scratch,
            String server,
            Destination destination,
            Map<String, String> environment)
            throws IOException, CheckoutException {
        Path project = word.startsWith(RunStore.GIT)
                ? repository(scratch.resolve("store"), server, destination, environment)
                : workspace;
        Map<String, String> own = new HashMap<>(environment);
        own.put("GIT_CONFIG_GLOBAL", "/dev/null");
        RunStore runs = RunStore.of(word, project, scratch.resolve("fetched"), own);
        runs.baselines();
        return new StepHistory(runs, Optional.empty());
    }

    private static Path repository(Path folder, String server, Destination destination, Map<String, String> environment)
            throws IOException, CheckoutException {
        Files.createDirectory(folder);
        if (Git.in(folder, environment).said("init", "--quiet", "--bare", ".").isEmpty()) {
            throw new UserException("git init failed in " + folder, "free some space");
        }
        String user = "x-access-token:" + destination.token();
        Files.writeString(
                folder.resolve("config"),
                String.join(
                        "\n",
                        "[remote \"origin\"]",
                        "\turl = " + server + "/" + destination.repository(),
                        "[http \"" + server + "/\"]",
                        "\textraheader = AUTHORIZATION: basic "
                                + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)),
                        ""),
                StandardOpenOption.APPEND);
        return folder;
    }
}
