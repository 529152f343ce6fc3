package dev.clnrm.bench.init;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a build script of Gradle or sbt. It is searched and never run. */
final class BuildScript {
    /** A string, also an unclosed one up to the end of its line, or a comment. */
    private static final Pattern STRING_OR_COMMENT = Pattern.compile(String.join(
            "|",
            "(?s)\"\"\"(?:\\\\.|(?!\"\"\").)*+\"\"\"",
            "'''(?:\\\\.|(?!''').)*+'''",
            "\"(?:\\\\.|[^\"\\\\\\n])*+\"?",
            "'(?:\\\\.|[^'\\\\\\n])*+'?",
            "/\\*.*?(?:\\*/|\\z)",
            "//[^\\n]*+"));

    private BuildScript() {}

    static String withoutComments(String text) {
        return STRING_OR_COMMENT
                .matcher(text)
                .replaceAll(found -> found.group().startsWith("/") ? "" : Matcher.quoteReplacement(found.group()));
    }

    /** The content of the first braces after a name; empty if there are none. */
    static String block(String code, String name) {
        Matcher start =
                Pattern.compile("\\b" + Pattern.quote(name) + "\\s{0,20}\\{").matcher(code);
        if (!start.find()) {
            return "";
        }
        int depth = 1;
        for (int at = start.end(); at < code.length(); at++) {
            char c = code.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return code.substring(start.end(), at);
            }
        }
        return "";
    }
}
