package dev.clnrm.cleanroom.intelligence;

import java.util.HexFormat;
import java.util.Optional;

/** The parts of JSON (RFC 8259) that a question to a model and its answer need: a quoted text, and one member of an object. */
final class Json {
    /** The deepest nesting, deeper than any answer: invalid input must not overflow the stack. */
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** A text as a JSON string. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** The text with this key in the document's object; empty if there is no such object or text. */
    static Optional<String> member(String document, String key) {
        try {
            return new Json(document).member(key);
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private Optional<String> member(String key) throws Malformed {
        Optional<String> found = Optional.empty();
        blank();
        expect('{');
        blank();
        for (boolean first = true; !take('}'); first = false) {
            if (!first) {
                expect(',');
                blank();
            }
            boolean wanted = string().equals(key);
            blank();
            expect(':');
            blank();
            if (wanted && peek() == '"') {
                found = Optional.of(string());
            } else {
                skip(1);
            }
            blank();
        }
        blank();
        if (at < text.length()) {
            throw new Malformed();
        }
        return found;
    }

    private void skip(int depth) throws Malformed {
        if (depth > DEEPEST) {
            throw new Malformed();
        }
        switch (peek()) {
            case '"' -> string();
            case '{' -> skipMembers(depth, '}');
            case '[' -> skipMembers(depth, ']');
            default -> skipWord();
        }
    }

    private void skipMembers(int depth, char end) throws Malformed {
        at++;
        blank();
        for (boolean first = true; !take(end); first = false) {
            if (!first) {
                expect(',');
                blank();
            }
            if (end == '}') {
                string();
                blank();
                expect(':');
                blank();
            }
            skip(depth + 1);
            blank();
        }
    }

    /** A number, true, false or null. */
    private void skipWord() throws Malformed {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == from) {
            throw new Malformed();
        }
    }

    private String string() throws Malformed {
        expect('"');
        StringBuilder out = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            out.append(c == '\\' ? escaped() : c);
        }
        return out.toString();
    }

    private char escaped() throws Malformed {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw new Malformed();
        };
    }

    private char hex() throws Malformed {
        if (at + 4 > text.length()) {
            throw new Malformed();
        }
        try {
            char c = (char) HexFormat.fromHexDigits(text, at, at + 4);
            at += 4;
            return c;
        } catch (IllegalArgumentException e) {
            throw new Malformed();
        }
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Malformed {
        if (at >= text.length()) {
            throw new Malformed();
        }
        return text.charAt(at);
    }

    private char next() throws Malformed {
        char c = peek();
        at++;
        return c;
    }

    private boolean take(char c) throws Malformed {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char c) throws Malformed {
        if (next() != c) {
            throw new Malformed();
        }
    }

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed() {
            super(null, null, false, false);
        }
    }
}
