package dev.clnrm.bench.app;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the source files of the main code whose code a change edits. Comments, imports and blanks are not code. */
final class EditedSources {
    private static final Pattern SOURCE =
            Pattern.compile("(?:.*/)?(?!(?:package|module)-info\\.)[^/]+\\.(?:java|kt|scala)");

    /** The source sets of Maven, Gradle and sbt that are not shipped: {@code src/test/java}, {@code src/jmh/kotlin}. */
    private static final Pattern BESIDE_MAIN =
            Pattern.compile("(?:.*/)?src/(?!main/|[^/]*Main/)[^/]+/(?:java|kotlin|scala)/.*");

    /** The folders before the package, as far as they are known. */
    private static final Pattern BEFORE_PACKAGE = Pattern.compile("(.*/)?src/(?:main|[^/]*Main)/.*");

    private static final Pattern OF_TESTS = Pattern.compile("(?:.*/)?(?:tests?|it|\\.[^/]+)/.*");

    /** What is not code; texts are kept, because they may contain its signs. */
    private static final Pattern NO_CODE =
            Pattern.compile("(\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])*+')"
                    + "|//[^\n]*|/\\*(?s:.*?)\\*/|(?m:^\\s*import\\s[^\n]*)|\\s+");

    private EditedSources() {}

    /**
     * The files between a commit and a revision, relative to the repository. Deleted files are not among them.
     *
     * @param changed the files that differ
     * @param base the revision of the base, in its folder
     * @param head the revision of the head, in its folder
     */
    static List<String> of(Repository repository, List<String> changed, Revision base, Revision head)
            throws CheckoutException {
        List<String> sources = changed.stream().filter(EditedSources::ofMain).toList();
        if (sources.isEmpty()) {
            return List.of();
        }
        Path before = repository.tree(base.folder(), base.commit()).root();
        Optional<Commit> commit = head.dirty() ? Optional.empty() : head.commit();
        Path now = repository.tree(head.folder(), commit).root();
        return sources.stream()
                .filter(file -> Files.isRegularFile(now.resolve(file)))
                .filter(file -> edited(before.resolve(file), now.resolve(file)))
                .toList();
    }

    static boolean ofMain(String file) {
        String folders = BEFORE_PACKAGE.matcher(file).replaceFirst("$1");
        return SOURCE.matcher(file).matches()
                && !BESIDE_MAIN.matcher(file).matches()
                && !OF_TESTS.matcher(folders).matches()
                && !Sides.isDocument(file);
    }

    /** Whether the code differs; a file that cannot be read counts as equal. */
    private static boolean edited(Path before, Path now) {
        try {
            String code = code(Files.readAllBytes(now));
            return !code.isEmpty() && (Files.notExists(before) || !code.equals(code(Files.readAllBytes(before))));
        } catch (IOException e) {
            return false;
        }
    }

    private static String code(byte[] source) {
        return NO_CODE.matcher(new String(source, StandardCharsets.UTF_8)).replaceAll(found -> {
            String text = found.group(1);
            return text == null ? "" : Matcher.quoteReplacement(text);
        });
    }
}
