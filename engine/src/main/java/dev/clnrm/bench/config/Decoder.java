package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Bytes of a file made text: UTF-8, with or without a byte order mark, of characters YAML allows. */
final class Decoder {
    private static final int MARK = 0xfeff;

    private Decoder() {}

    /** The text; what is wrong with it goes to {@code findings}, at most one fault a line. */
    static String decode(String name, byte[] content, Findings findings) {
        if (content.length >= 2
                && (content[0] & 0xff) + (content[1] & 0xff) == 0xfe + 0xff
                && (content[0] & 0xfe) == 0xfe) {
            findings.add(Diagnostic.error(new Place(name, 0, 0), "the file is UTF-16, not UTF-8")
                    .help("save it as UTF-8"));
            return "";
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String decoded = out.flip().toString();
        if (result.isError()) {
            SourceText shown = SourceText.of(name, withoutMark(new String(content, StandardCharsets.UTF_8)));
            List<String> before = SourceText.of(name, withoutMark(decoded)).lines();
            String last = before.get(before.size() - 1);
            Place place = new Place(name, before.size(), last.codePointCount(0, last.length()) + 1);
            String hex = String.format(Locale.ROOT, "0x%02x", content[in.position()] & 0xff);
            findings.add(shown.error(new Spot(place, 1), "not UTF-8: the byte " + hex + " at offset " + in.position())
                    .help("save the file as UTF-8"));
            return "";
        }
        String text = withoutMark(decoded);
        checkCharacters(SourceText.of(name, text), findings);
        return text;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static void checkCharacters(SourceText text, Findings findings) {
        for (int i = 0; i < text.lines().size(); i++) {
            int[] line = text.lines().get(i).codePoints().toArray();
            for (int column = 0; column < line.length; column++) {
                int c = line[column];
                if (!isPrintable(c)) {
                    findings.add(text.error(
                                    new Spot(new Place(text.name(), i + 1, column + 1), 1),
                                    String.format(Locale.ROOT, "the character U+%04X is not allowed", c))
                            .help("delete it, or write it as an escape in double quotes"));
                    break;
                }
            }
        }
    }

    /** Whether YAML 1.1 allows the character, line breaks aside; a byte order mark stands only at the start. */
    private static boolean isPrintable(int c) {
        return c == '\t'
                || (c >= 0x20 && c <= 0x7e)
                || (c >= 0xa0 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd && c != MARK)
                || c >= 0x10000;
    }
}
