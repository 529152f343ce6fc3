package dev.clnrm.bench.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the token {@code actions/checkout} leaves in the repository unless it is told not to: code under test could read it there. */
final class Credentials {
    /** A header with a token, or an address with a password. */
    private static final Pattern SECRET = Pattern.compile(
            "extraheader\\s*=|extraheader\\n|://[^/\\s@]*:[^/\\s@]+@|://(gh[a-z]_|github_pat_)[^/\\s@]*@");

    private static final int DEEPEST = 12;
    private static final long LARGEST = 1 << 20;

    private Credentials() {}

    /**
     * Looks for one.
     *
     * @throws Wrong if there is one
     */
    static void refuse(Git git) throws IOException, InterruptedException {
        Optional<String> included = git.said("config", "--includes", "--list").filter(Credentials::secret);
        Optional<Path> file = included.isPresent() ? Optional.empty() : inFiles(git.workspace());
        if (included.isPresent() || file.isPresent()) {
            throw new Wrong(
                    "the checkout keeps a token in "
                            + file.map(path -> "`" + git.workspace().relativize(path) + "`")
                                    .orElse("git's configuration")
                            + ", where the code under test could read it",
                    "give actions/checkout `persist-credentials: false`");
        }
    }

    /** Submodules have configurations of their own. */
    private static Optional<Path> inFiles(Path workspace) throws IOException {
        Path git = workspace.resolve(".git");
        if (!Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        List<Path> files = new ArrayList<>(configurations(git, 1));
        files.addAll(configurations(git.resolve("modules"), DEEPEST));
        for (Path file : files) {
            if (secret(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static List<Path> configurations(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.find(
                folder,
                depth,
                (path, attributes) -> attributes.isRegularFile()
                        && attributes.size() < LARGEST
                        && path.getFileName().toString().startsWith("config"))) {
            return all.toList();
        }
    }

    private static boolean secret(String configuration) {
        return SECRET.matcher(configuration.toLowerCase(Locale.ROOT)).find();
    }
}
