package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the bytes of a file: UTF-8, with or without a byte order mark, with only characters that YAML allows. */
final class Decoder {
    private static final String MARK = "\ufeff";

    /** Characters that YAML 1.1 does not allow in a line; a byte order mark is allowed only at the start of a file. */
    private static final Pattern NOT_ALLOWED =
            Pattern.compile("[^\t\\x20-\\x7e\\x{a0}-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]|" + MARK);

    private Decoder() {}

    /**
     * Decodes the bytes of a file and starts reading it.
     *
     * @throws DeclarationException with at most one fault per line
     */
    static Reading decode(String name, byte[] content) throws DeclarationException {
        boolean utf16 = content.length >= 2
                && (content[0] & 0xff) + (content[1] & 0xff) == 0xfe + 0xff
                && (content[0] & 0xfe) == 0xfe;
        if (utf16) {
            throw DeclarationException.of(name, "the file is UTF-16, not UTF-8", "save it as UTF-8");
        }
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = withoutMark(out.flip().toString());
        if (result.isError()) {
            Reading shown = new Reading(SourceText.of(name, withoutMark(new String(content, StandardCharsets.UTF_8))));
            List<String> before = SourceText.of(name, text).lines();
            String last = before.get(before.size() - 1);
            Place place = new Place(name, before.size(), last.codePointCount(0, last.length()) + 1);
            String hex = String.format(Locale.ROOT, "0x%02x", content[in.position()] & 0xff);
            String message = "not UTF-8: the byte " + hex + " at offset " + in.position();
            shown.fault(new Spot(place, 1), message, "save the file as UTF-8");
            shown.throwErrors();
        }
        Reading reading = new Reading(SourceText.of(name, text));
        checkCharacters(reading);
        return reading;
    }

    private static String withoutMark(String text) {
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private static void checkCharacters(Reading reading) throws DeclarationException {
        List<String> lines = reading.source().lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher wrong = NOT_ALLOWED.matcher(line);
            if (wrong.find()) {
                int column = line.codePointCount(0, wrong.start()) + 1;
                reading.fault(
                        new Spot(new Place(reading.source().name(), i + 1, column), 1),
                        String.format(
                                Locale.ROOT, "the character U+%04X is not allowed", line.codePointAt(wrong.start())),
                        "delete it, or write it as an escape in double quotes");
            }
        }
        reading.throwErrors();
    }
}
