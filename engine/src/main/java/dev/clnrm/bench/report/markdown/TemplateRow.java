package dev.clnrm.bench.report.markdown;

import static dev.clnrm.bench.report.markdown.MarkdownFormat.markup;

import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.StatusLabel;
import java.util.LinkedHashMap;
import java.util.Optional;

/** What a template sees of one thing, by key. Text from outside is printed as code; words of ours stand as they are. */
final class TemplateRow extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    private StatusLabel label = StatusLabel.OK;

    /** Words of ours. */
    TemplateRow ours(String key, String words) {
        return with(key, markup(words));
    }

    TemplateRow ours(String key, Optional<String> words) {
        words.ifPresent(present -> ours(key, present));
        return this;
    }

    /** Words of ours for a narrow column. */
    TemplateRow cell(String key, String words) {
        return ours(key, MarkdownText.unbroken(words));
    }

    TemplateRow cell(String key, Optional<String> words) {
        return ours(key, words.map(MarkdownText::unbroken));
    }

    /** A name from outside. */
    TemplateRow name(String key, Object name) {
        return with(key, Inert.name(name));
    }

    /** A status: {@code code}, {@code emoji}, {@code word}, {@code title}. */
    TemplateRow sign(StatusLabel status) {
        label = status;
        return with(
                "sign",
                new TemplateRow()
                        .with("code", status.code())
                        .ours("emoji", status.emoji())
                        .ours("word", status.word())
                        .ours("title", status.title()));
    }

    /** The status. */
    StatusLabel label() {
        return label;
    }

    /** What a key says; nothing if it is absent. */
    String words(String key) {
        Object value = getOrDefault(key, "");
        return value instanceof MarkdownFormat.Markdown markdown ? markdown.words() : String.valueOf(value);
    }

    /** Anything; a text is from outside. */
    TemplateRow with(String key, Object value) {
        put(key, value);
        return this;
    }

    TemplateRow with(String key, Optional<?> value) {
        value.ifPresent(present -> put(key, present));
        return this;
    }
}
