package dev.clnrm.bench.action;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks git about the workspace, before anything of it is run: afterwards its configuration may name programs to be started.
 *
 * @param workspace the repository
 * @param path where programs are found
 */
record Git(Path workspace, String path) {
    private static final int LARGEST = 1 << 20;

    /** Lets git work in a workspace that belongs to another user, for one process alone. */
    Map<String, String> safe() {
        Map<String, String> git = new LinkedHashMap<>();
        git.put("GIT_CONFIG_COUNT", "1");
        git.put("GIT_CONFIG_KEY_0", "safe.directory");
        git.put("GIT_CONFIG_VALUE_0", workspace.toString());
        return git;
    }

    /** The commit two others have in common; empty if it is not here. */
    Optional<String> mergeBase(String first, String second) throws IOException, InterruptedException {
        return said("merge-base", first, second).map(String::strip).filter(text -> text.matches("[0-9a-f]{40,64}"));
    }

    /** A file as it is in a commit; empty where there is none. */
    Optional<String> file(String commit, String file) throws IOException, InterruptedException {
        return said("show", commit + ":" + file);
    }

    /** What git prints; empty if it fails. It sees none of this process's variables. */
    Optional<String> said(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workspace.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().putAll(safe());
        Process process = builder.start();
        process.getOutputStream().close();
        String text;
        try (InputStream in = process.getInputStream()) {
            text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
    }
}
