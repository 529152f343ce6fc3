package dev.clnrm.bench.github;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A fake GitHub for scripts, told what to do by lines: {@code pull NUMBER HEAD OWNER:BRANCH BASE}, {@code file PATH COMMIT FILE},
 * {@code readonly}, {@code forget}, and {@code show FOLDER}, which writes what was said to it into files there and prints a line.
 */
final class FakeGitHubMain {
    private FakeGitHubMain() {}

    /** Serves on this port until there is no further line. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        try (FakeGitHub github = new FakeGitHub(Integer.parseInt(args[0]));
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", -1);
                switch (words[0]) {
                    case "pull" -> github.pullRequest(Integer.parseInt(words[1]), words[2], words[3], words[4]);
                    case "file" -> github.file(words[1], words[2], Files.readString(Path.of(words[3])));
                    case "readonly" -> github.readOnly();
                    case "forget" -> github.forget();
                    case "show" -> show(github, Path.of(words[1]));
                    default -> throw new IllegalArgumentException(line);
                }
                out.println("done");
            }
        }
    }

    private static void show(FakeGitHub github, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("requests"), github.requests());
        Files.write(folder.resolve("violations"), github.violations());
        Files.writeString(folder.resolve("comment-time"), Long.toString(github.commentedAt()));
        for (int i = 0; i < github.comments().size(); i++) {
            String body = github.comments().get(i);
            Files.writeString(folder.resolve("comment-" + github.commented(i) + "-" + (i + 1) + ".md"), body);
        }
        StringBuilder checks = new StringBuilder();
        github.checks().forEach(check -> checks.append(check.path("name").asText())
                .append(": ")
                .append(check.path("conclusion").asText())
                .append(", ")
                .append(check.path("output").path("title").asText())
                .append(", annotations ")
                .append(check.path("output").path("annotations").size())
                .append('\n'));
        Files.writeString(folder.resolve("checks"), checks);
        StringBuilder issues = new StringBuilder();
        github.issues().forEach(issue -> issues.append(issue.path("state").asText())
                .append(": ")
                .append(issue.path("title").asText())
                .append('\n'));
        Files.writeString(folder.resolve("issues"), issues);
    }
}
