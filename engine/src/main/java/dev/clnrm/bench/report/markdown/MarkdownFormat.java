package dev.clnrm.bench.report.markdown;

import dev.clnrm.bench.report.MarkdownText;
import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * GitHub-flavoured Markdown for FreeMarker. Everything that a template prints is untrusted text and becomes code. Only code is
 * safe: GitHub looks for mentions, issues and addresses in the text that remains after Markdown and its escapes are processed.
 * Our own text is {@link #markup}.
 */
final class MarkdownFormat extends CommonMarkupOutputFormat<MarkdownFormat.Markdown> {
    static final MarkdownFormat INSTANCE = new MarkdownFormat();

    private MarkdownFormat() {}

    /** Markdown that is not escaped. */
    static final class Markdown extends CommonTemplateMarkupOutputModel<Markdown> {
        private final String words;

        private Markdown(@Nullable String text, @Nullable String markup) {
            super(text, markup);
            words = markup != null ? markup : text != null ? text : "";
        }

        String words() {
            return words;
        }

        @Override
        public MarkdownFormat getOutputFormat() {
            return INSTANCE;
        }
    }

    /** Our own Markdown, which is not escaped. */
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
