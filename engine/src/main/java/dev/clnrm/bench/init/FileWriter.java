package dev.clnrm.bench.init;

import dev.clnrm.bench.init.WrittenFile.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes new files and adds lines to existing ones. It follows no links.
 *
 * @param root the project's folder
 * @param dry whether to write nothing; everything else stays the same
 */
record FileWriter(Path root, boolean dry) {
    WrittenFile write(NewFile file) {
        Path path = root.resolve(file.name()).normalize();
        try {
            if (ProjectFiles.linked(root, path)) {
                return outcome(file, Outcome.FAILED, "it is a link, or in a folder that is one");
            }
            return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? there(file, path) : absent(file, path);
        } catch (IOException e) {
            return outcome(file, Outcome.FAILED, "it cannot be written: " + e.getMessage());
        }
    }

    private WrittenFile absent(NewFile file, Path path) throws IOException {
        if (!dry) {
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.text(), StandardOpenOption.CREATE_NEW);
        }
        return outcome(file, Outcome.WRITTEN, "");
    }

    private WrittenFile there(NewFile file, Path path) throws IOException {
        if (!file.added()) {
            return outcome(file, Outcome.KEPT, "it is there already, and init overwrites nothing");
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) > ProjectFiles.LARGEST) {
            return outcome(file, Outcome.FAILED, "it is not a regular file, or it is larger than 1 MiB");
        }
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        if (text.lines()
                .map(String::strip)
                .anyMatch(line -> line.equals(file.text().strip()))) {
            return outcome(file, Outcome.KEPT, "it has the line " + file.text().strip());
        }
        if (!dry) {
            String start = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
            try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
                out.write((start + file.text()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return outcome(file, Outcome.ADDED_TO, "");
    }

    private static WrittenFile outcome(NewFile file, Outcome outcome, String reason) {
        return new WrittenFile(file.name(), file.text(), outcome, reason);
    }
}
