package dev.clnrm.bench.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Inputs and what is said about them, from a resource: {@code === title}, the input, {@code ---}, the output. In an input «1b» is the
 * byte 0x1b.
 */
record Golden(String title, String input, String output) {
    static List<Golden> table(String resource) {
        List<Golden> table = new ArrayList<>();
        for (String section : text(resource).split("(?m)^=== ", -1)) {
            int line = section.indexOf('\n');
            int divide = section.indexOf("\n---\n", line - 1);
            if (!section.startsWith("#") && divide >= 0) {
                table.add(new Golden(
                        section.substring(0, line),
                        section.substring(line + 1, Math.max(line, divide) + 1),
                        section.substring(divide + "\n---\n".length())));
            }
        }
        return table;
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < input.length()) {
            int next = input.indexOf('«', at);
            int end = next < 0 ? input.length() : next;
            out.writeBytes(input.substring(at, end).getBytes(StandardCharsets.UTF_8));
            if (next >= 0) {
                out.write(Integer.parseInt(input.substring(next + 1, next + 3), 16));
                end = next + 4;
            }
            at = end;
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return title;
    }
}
