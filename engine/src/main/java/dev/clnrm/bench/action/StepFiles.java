package dev.clnrm.bench.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * The outputs and the summary of a step.
 *
 * @param environment the variables of the process
 */
record StepFiles(Map<String, String> environment) {
    /** The largest summary. Above 1 MiB GitHub drops it completely. */
    private static final int LARGEST = 1_000_000;

    StepFiles {
        environment = Map.copyOf(environment);
    }

    /** A random word that nobody can guess. */
    static String random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return "clnrm_" + HexFormat.of().formatHex(bytes);
    }

    void output(String name, String value) throws IOException {
        String end = random();
        append("GITHUB_OUTPUT", name + "<<" + end + "\n" + value + "\n" + end + "\n");
    }

    void summary(String markdown) throws IOException {
        byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
        append(
                "GITHUB_STEP_SUMMARY",
                bytes.length <= LARGEST
                        ? markdown
                        : new String(bytes, 0, LARGEST, StandardCharsets.UTF_8)
                                + "\n\nOmitted: GitHub's size limit.\n");
    }

    private void append(String variable, String text) throws IOException {
        String path = environment.getOrDefault(variable, "");
        if (!path.isEmpty()) {
            Files.writeString(Path.of(path), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
