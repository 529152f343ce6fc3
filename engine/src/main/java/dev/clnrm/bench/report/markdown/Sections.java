package dev.clnrm.bench.report.markdown;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The output of a template, in sections. Some sections can be omitted: {@code <@section title="…">} begins one. */
final class Sections extends Writer {
    /** A piece of the text; a piece without a title cannot be omitted. */
    private record Section(String title, String text) {
        String omitted() {
            return title.isEmpty() ? text : "*Omitted because of GitHub's size limit: " + title + ".*\n\n";
        }
    }

    private final List<Section> sections = new ArrayList<>();
    private final StringBuilder fixed = new StringBuilder();

    @SuppressWarnings("rawtypes")
    static void directive(
            Environment environment, Map parameters, TemplateModel[] loop, @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        if (!(parameters.get("title") instanceof TemplateScalarModel title)
                || title.getAsString().isEmpty()) {
            throw new TemplateModelException("a section has a title: <@section title=\"...\">");
        }
        if (body == null) {
            return;
        }
        if (environment.getOut() instanceof Sections sections) {
            StringWriter text = new StringWriter();
            body.render(text);
            sections.close();
            sections.sections.add(new Section(title.getAsString(), text.toString()));
        } else {
            body.render(environment.getOut());
        }
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
            sections.add(new Section("", fixed.toString()));
            fixed.setLength(0);
        }
    }

    /** The size in UTF-8 of the pieces that cannot be omitted. */
    int least() {
        return sections.stream().mapToInt(section -> bytes(section.omitted())).sum();
    }

    /**
     * The text in at most this many bytes of UTF-8. Later sections are omitted before earlier ones, and only as many as
     * necessary. A line replaces each omitted section. Empty if even the other pieces do not fit.
     */
    Optional<String> within(int most) {
        int size = least();
        if (size > most) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        for (Section section : sections) {
            int more = bytes(section.text) - bytes(section.omitted());
            boolean fits = size + more <= most;
            size += fits ? more : 0;
            out.append(fits ? section.text : section.omitted());
        }
        return Optional.of(out.toString());
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
