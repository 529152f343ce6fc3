package dev.clnrm.bench.report.markdown;

import static dev.clnrm.bench.report.markdown.MarkdownFormat.markup;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.StatusLabel;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The template data of one thing, by key. Untrusted text is printed as code; our own text is printed as it is. */
final class TemplateRow extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    private StatusLabel label = StatusLabel.OK;
    private String about = "";

    /** Adds our own text. */
    TemplateRow ours(String key, String words) {
        return with(key, markup(words));
    }

    TemplateRow ours(String key, Optional<String> words) {
        words.ifPresent(present -> ours(key, present));
        return this;
    }

    /** Adds our own text for a narrow column. */
    TemplateRow cell(String key, String words) {
        return ours(key, MarkdownText.unbroken(words));
    }

    TemplateRow cell(String key, Optional<String> words) {
        return ours(key, words.map(MarkdownText::unbroken));
    }

    /** Adds the name of the case, which may be cut. */
    TemplateRow about(CaseName name) {
        about = name.toString();
        return name("case", name);
    }

    /** The full name of the case. */
    String about() {
        return about;
    }

    /** Adds an untrusted name. */
    TemplateRow name(String key, Object name) {
        return with(key, Inert.name(name));
    }

    /** Adds a status: {@code code}, {@code emoji}, {@code word}, {@code title}. */
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

    StatusLabel label() {
        return label;
    }

    /** The text of a key; empty if there is none. */
    String words(String key) {
        Object value = getOrDefault(key, "");
        return value instanceof MarkdownFormat.Markdown markdown ? markdown.words() : String.valueOf(value);
    }

    /** Adds any value; text is untrusted. */
    TemplateRow with(String key, Object value) {
        put(key, value);
        return this;
    }

    TemplateRow with(String key, Optional<?> value) {
        value.ifPresent(present -> put(key, present));
        return this;
    }

    /** Adds a list; {@code as} is applied to each value. */
    <T> TemplateRow each(String key, Stream<T> of, Function<? super T, ?> as) {
        return with(key, of.<Object>map(as).toList());
    }
}
