package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads {@code budgets.yaml}. */
public final class BudgetsReader {
    private BudgetsReader() {}

    /**
     * The file at {@code path}, whose name in messages is the path as given.
     *
     * @throws DeclarationException with every fault of the file
     */
    public static BudgetsFile read(Path path) throws DeclarationException {
        String name = path.toString();
        byte[] content;
        try {
            if (Files.isDirectory(path)) {
                throw refused(name, "this is a folder, not a file", "name the file in it");
            }
            long size = Files.size(path);
            if (size > FileLimits.BYTES) {
                throw tooLarge(name, size);
            }
            try (InputStream in = Files.newInputStream(path)) {
                content = in.readNBytes(FileLimits.BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            throw refused(
                    name,
                    "there is no such file",
                    "create it; with the schema that `clnrm-bench schema` prints, an editor completes it");
        } catch (IOException e) {
            throw refused(name, "the file cannot be read: " + e, "check its permissions");
        }
        return read(name, content);
    }

    /**
     * The file of which this is the content.
     *
     * @param name the file's name in messages
     * @throws DeclarationException with every fault of the file
     */
    public static BudgetsFile read(String name, byte[] content) throws DeclarationException {
        if (content.length > FileLimits.BYTES) {
            throw tooLarge(name, content.length);
        }
        Findings findings = new Findings();
        String text = Decoder.decode(name, content, findings);
        findings.throwErrors();
        return FileReader.read(name, text, findings);
    }

    private static DeclarationException tooLarge(String name, long size) {
        return refused(
                name,
                String.format(Locale.ROOT, "the file has %,d bytes; the limit is %,d", size, (long) FileLimits.BYTES),
                "check that this is the right file");
    }

    private static DeclarationException refused(String name, String message, String help) {
        return new DeclarationException(
                List.of(Diagnostic.error(new Place(name, 0, 0), message).help(help)));
    }
}
