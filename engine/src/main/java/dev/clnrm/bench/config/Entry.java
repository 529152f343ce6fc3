package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A key with its value.
 *
 * @param key the key
 * @param value the value, not yet read
 */
record Entry(Text key, Node value) {
    String name() {
        return key.value();
    }

    String quoted() {
        return key.quoted();
    }

    Place place() {
        return key.place();
    }

    Reading reading() {
        return key.reading();
    }

    /** Reports a fault at the key. */
    void fault(String message, String help) {
        key.fault(message, help);
    }

    boolean isMapping() {
        return value instanceof Mapping;
    }

    Text text(String wanted) {
        if (value instanceof Node.Nothing) {
            fault(quoted() + " has no value", "it takes " + wanted);
            return Text.standIn(reading(), key.spot());
        }
        return reading().text(value, quoted(), wanted);
    }

    /** The value as a list of texts. A single text is a list of one; a missing value is an empty list. */
    List<Text> texts(String wanted) {
        if (value instanceof Node.Items list) {
            String what = "an element of " + quoted();
            return list.nodes().stream()
                    .map(node -> reading().text(node, what, wanted))
                    .toList();
        }
        return value instanceof Node.Nothing ? List.of() : List.of(text(wanted + " or a list"));
    }

    List<String> strings(String wanted) {
        return texts(wanted).stream().map(Text::value).toList();
    }

    /** The value as a mapping with free keys. */
    Mapping mapping() {
        return reading().mapping(value, quoted());
    }

    /** The value as a mapping with the keys of the section. */
    Mapping mapping(Section section) {
        return mapping().only(section);
    }

    Amount amount(AmountKind unit, String wanted) {
        return new Cursor(text(wanted)).onlyAmount(unit);
    }

    Amount share() {
        return amount(AmountKind.SHARE, "a share like `5 %`");
    }

    /** The value as one of these constants, written in lower case. */
    <E extends Enum<E>> E word(E[] values) {
        return word(List.of(values), value -> value.name().toLowerCase(Locale.ROOT));
    }

    /** The value as one of a few words. */
    <E> E word(List<E> values, Function<E, String> word) {
        List<String> words = values.stream().map(word).toList();
        Text text = text("one of " + String.join(", ", words));
        if (!words.contains(text.value())) {
            text.fault(
                    "unknown word " + text.quoted() + " for " + quoted(),
                    Nearest.help(text.value(), words, "the words are"));
        }
        return values.get(Math.max(0, words.indexOf(text.value())));
    }
}
