package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code budgets.yaml}: the top-level keys itself, each section with the reader named after it. */
public final class BudgetsReader {
    private BudgetsReader() {}

    /**
     * Reads the file at {@code path}; messages show the path as given.
     *
     * @throws DeclarationException with every fault of the file
     */
    public static BudgetsFile read(Path path) throws DeclarationException {
        String name = path.toString();
        try {
            if (Files.isDirectory(path)) {
                throw DeclarationException.of(name, "this is a folder, not a file", "name the file in it");
            }
            checkSize(name, Files.size(path));
            try (InputStream in = Files.newInputStream(path)) {
                return read(name, in.readNBytes(FileLimits.BYTES + 1));
            }
        } catch (NoSuchFileException e) {
            throw DeclarationException.of(name, "there is no such file", MissingFile.help(path));
        } catch (IOException e) {
            throw DeclarationException.of(name, "the file cannot be read: " + e, "check its permissions");
        }
    }

    /**
     * Reads a file from its content.
     *
     * @param name the file's name in messages
     * @throws DeclarationException with every fault of the file
     */
    public static BudgetsFile read(String name, byte[] content) throws DeclarationException {
        checkSize(name, content.length);
        Reading reading = Decoder.decode(name, content);
        Node root = YamlTree.read(reading).orElse(new Node.Nothing(new Spot(new Place(name, 0, 0), 0)));
        if (root instanceof Node.Nothing && reading.foundNothing()) {
            throw DeclarationException.of(name, "the file is empty", "list your suites under `suites`");
        }
        BudgetsFile file = file(reading, reading.mapping(root, "the file").only(Section.FILE));
        reading.throwErrors();
        return file;
    }

    private static void checkSize(String name, long size) throws DeclarationException {
        if (size > FileLimits.BYTES) {
            throw DeclarationException.of(
                    name,
                    String.format(
                            Locale.ROOT, "the file has %,d bytes; the limit is %,d", size, (long) FileLimits.BYTES),
                    "check that this is the right file");
        }
    }

    private static BudgetsFile file(Reading reading, Mapping keys) {
        keys.get("version").ifPresent(BudgetsReader::version);
        Optional<Mapping> notify = keys.get("notify").map(entry -> entry.mapping(Section.NOTIFY));
        return new BudgetsFile(
                reading.source(),
                keys.get("suites").map(SuiteReader::sources).orElse(List.of()),
                BuildRule.read(keys),
                keys.get("measure").map(MeasureReader::read).orElse(Measure.OPEN),
                ChangesReader.read(keys),
                Stream.of("budgets", "performance_budgets")
                        .flatMap(key -> keys.get(key).stream())
                        .flatMap(entry -> BudgetReader.rules(entry).stream())
                        .toList(),
                keys.get("laws").map(LawReader::rules).orElse(List.of()),
                keys.get("waivers").map(WaiverReader::waivers).orElse(List.of()),
                hooks(keys.get("hooks").map(entry -> entry.mapping(Section.HOOKS)), notify),
                reading.warnings());
    }

    private static void version(Entry entry) {
        Text text = entry.text("a number");
        if (!text.value().equals(String.valueOf(Defaults.VERSION))) {
            text.fault("unknown format version " + text.quoted(), "this program reads version " + Defaults.VERSION);
        }
    }

    private static Hooks hooks(Optional<Mapping> hooks, Optional<Mapping> notify) {
        return new Hooks(
                commands(hooks, "before-run"),
                commands(hooks, "after-suite"),
                commands(hooks, "after-run"),
                commands(hooks, "on-regression"),
                notify.flatMap(keys -> keys.get("webhook")).flatMap(NotifyReader::webhook),
                notify.flatMap(keys -> keys.get("email")).flatMap(NotifyReader::email));
    }

    private static List<String> commands(Optional<Mapping> hooks, String when) {
        return hooks.map(keys -> keys.strings(when, "a command")).orElse(List.of());
    }
}
