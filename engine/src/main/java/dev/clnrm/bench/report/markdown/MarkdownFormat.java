package dev.clnrm.bench.report.markdown;

import dev.clnrm.bench.report.MarkdownText;
import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * GitHub-flavoured Markdown for FreeMarker: whatever a template prints is text from outside, and becomes code. Nothing weaker is inert
 * there: GitHub looks for mentions, issues and addresses in what is left after Markdown and its escapes are gone, and leaves only code
 * alone. Words of ours are {@link #markup}.
 */
final class MarkdownFormat extends CommonMarkupOutputFormat<MarkdownFormat.Markdown> {
    static final MarkdownFormat INSTANCE = new MarkdownFormat();

    private MarkdownFormat() {}

    /** Markdown as it is. */
    static final class Markdown extends CommonTemplateMarkupOutputModel<Markdown> {
        private final String words;

        private Markdown(@Nullable String text, @Nullable String markup) {
            super(text, markup);
            words = markup != null ? markup : text != null ? text : "";
        }

        /** What it says. */
        String words() {
            return words;
        }

        @Override
        public MarkdownFormat getOutputFormat() {
            return INSTANCE;
        }
    }

    /** Markdown of ours, which is not escaped. */
    static Markdown markup(String markdown) {
        return new Markdown(null, markdown);
    }

    @Override
    public String getName() {
        return "Markdown";
    }

    @Override
    public String getMimeType() {
        return "text/markdown";
    }

    @Override
    public void output(String text, Writer out) throws IOException, TemplateModelException {
        out.write(escapePlainText(text));
    }

    @Override
    public String escapePlainText(String text) {
        return text.isEmpty() ? "" : MarkdownText.sentence(text);
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtIn) {
        return false;
    }

    @Override
    protected Markdown newTemplateMarkupOutputModel(@Nullable String text, @Nullable String markup) {
        return new Markdown(text, markup);
    }
}
