package dev.clnrm.cleanroom.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists the processes of this machine, independent of the backends. */
public final class Processes {
    private Processes() {}

    /** The command lines that contain the text, with arguments separated by blanks. */
    public static List<String> linesHolding(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String line = line(process);
                if (line.contains(text)) {
                    lines.add(line.strip());
                }
            }
        }
        return lines;
    }

    private static String line(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }
}
