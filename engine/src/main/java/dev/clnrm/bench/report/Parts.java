package dev.clnrm.bench.report;

import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a template wrote, in sections of which some can be left out. */
final class Parts extends Writer {
    /** A piece of the text; one without a title cannot be left out. */
    private record Part(String title, String text) {
        int size() {
            return bytes(text);
        }

        boolean fixed() {
            return title.isEmpty();
        }

        String absent() {
            return "*Left out, for it did not fit: " + title + ".*\n\n";
        }
    }

    private final int most;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder fixed = new StringBuilder();

    /** @param most how many characters there will be room for: what is longer is not written to its end */
    Parts(int most) {
        this.most = most;
    }

    /** What writes a section. */
    interface Body {
        void write(Writer to) throws TemplateException, IOException;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        fixed.append(chars, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        if (fixed.length() > 0) {
            parts.add(new Part("", fixed.toString()));
            fixed.setLength(0);
        }
    }

    /** Adds what may be left out; what could not fit is not written to its end. */
    void section(String title, Body body) throws TemplateException, IOException {
        close();
        Bounded text = new Bounded(most);
        try {
            body.write(text);
        } catch (Bounded.Full e) {
            parts.add(new Part(title, " ".repeat(most + 1)));
            return;
        }
        parts.add(new Part(title, text.toString()));
    }

    /** The size in UTF-8 of what cannot be left out. */
    int least() {
        return parts.stream()
                .mapToInt(p -> p.fixed() ? p.size() : bytes(p.absent()))
                .sum();
    }

    /**
     * The text in at most so many bytes of UTF-8: later sections make room for earlier ones, and none goes whose going would not help.
     * What is left out is said in its place. Empty where not even the rest fits.
     */
    Optional<String> within(int most) {
        int size = least();
        if (size > most) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            int more = part.fixed() ? 0 : part.size() - bytes(part.absent());
            boolean kept = size + more <= most;
            size += kept ? more : 0;
            out.append(kept ? part.text() : part.absent());
        }
        return Optional.of(out.toString());
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
