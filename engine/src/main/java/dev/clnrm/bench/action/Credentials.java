package dev.clnrm.bench.action;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Git;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The token that {@code actions/checkout} leaves in the repository by default. Code under test could read it there.
 *
 * @param git git, used before any code of the repository runs, because that code could write a configuration that names programs
 * @param workspace the repository
 */
record Credentials(Git git, Path workspace) {
    /** A header with a token, or an address with a password. */
    private static final Pattern SECRET = Pattern.compile(
            "extraheader\\s*=|extraheader\\n|://[^/\\s@]*:[^/\\s@]+@|://(gh[a-z]_|github_pat_)[^/\\s@]*@");

    private static final String FILE = "file:";
    private static final int DEEPEST = 12;
    private static final long LARGEST = 1 << 20;

    /**
     * Removes the token from the configuration before any code of the repository runs. It is not restored, because code under test could replace it.
     *
     * @param temporary the runner's folder for temporary files, where newer versions of {@code actions/checkout} store the token
     * @return the files from which a token was removed, relative to the workspace; empty if there was none
     * @throws UserException if a token cannot be removed
     */
    List<String> remove(Optional<Path> temporary) throws IOException, CheckoutException {
        Set<Path> files = new LinkedHashSet<>();
        for (Path file : inFiles()) {
            if (secret(file)) {
                files.add(file);
            }
        }
        included().stream()
                .filter(file ->
                        temporary.filter(file::startsWith).isPresent() || file.startsWith(workspace.resolve(".git")))
                .forEach(files::add);
        List<String> removed = new ArrayList<>();
        for (Path file : files) {
            if (removed(file)) {
                removed.add(shown(file));
            }
        }
        refuse();
        return removed;
    }

    /** The files of git's configuration that have a header with a token. */
    private List<Path> included() throws CheckoutException {
        List<Path> files = new ArrayList<>();
        String[] words = git.said("config", "--includes", "--show-origin", "--null", "--list")
                .orElse("")
                .split("\0", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            if (words[i].startsWith(FILE) && isHeader(words[i + 1].split("\n", 2)[0])) {
                files.add(workspace.resolve(words[i].substring(FILE.length())).normalize());
            }
        }
        return files;
    }

    private boolean removed(Path file) throws CheckoutException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        boolean removed = false;
        String name = file.toString();
        for (String key : git.said("config", "--file", name, "--null", "--name-only", "--list")
                .orElse("")
                .split("\0", -1)) {
            if (isHeader(key)) {
                removed |=
                        git.said("config", "--file", name, "--unset-all", key).isPresent();
            }
        }
        return removed;
    }

    private static boolean isHeader(String key) {
        return key.toLowerCase(Locale.ROOT).endsWith(".extraheader");
    }

    private String shown(Path file) {
        return file.startsWith(workspace) ? workspace.relativize(file).toString() : String.valueOf(file.getFileName());
    }

    private void refuse() throws IOException, CheckoutException {
        Optional<String> included = git.said("config", "--includes", "--list").filter(Credentials::secret);
        Optional<Path> file = Optional.empty();
        for (Path one : included.isPresent() ? List.<Path>of() : inFiles()) {
            file = file.isPresent() || !secret(one) ? file : Optional.of(one);
        }
        if (included.isPresent() || file.isPresent()) {
            throw new UserException(
                    "the checkout keeps a token or a password in "
                            + file.map(path -> "`" + shown(path) + "`").orElse("git's configuration")
                            + ", where the code under test could read it",
                    "write `with: {persist-credentials: false}` below `uses: actions/checkout@v4`, and give remotes addresses without"
                            + " a password: `git remote set-url origin https://…`");
        }
    }

    /** The configurations of submodules with a token. */
    private List<Path> inFiles() throws IOException {
        Path folder = workspace.resolve(".git");
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>(configurations(folder, 1));
        files.addAll(configurations(folder.resolve("modules"), DEEPEST));
        return files;
    }

    private static boolean secret(Path file) throws IOException {
        return secret(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
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
