package dev.clnrm.bench.init;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a build script of Gradle or sbt. It is searched and never run. */
final class BuildScript {
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)(^|[^:\"'])//.*$");

    private BuildScript() {}

    static String withoutComments(String text) {
        StringBuilder code = new StringBuilder();
        int at = 0;
        for (int start = text.indexOf("/*"); start >= 0; start = text.indexOf("/*", at)) {
            code.append(text, at, start);
            int end = text.indexOf("*/", start + 2);
            at = end < 0 ? text.length() : end + 2;
        }
        return LINE_COMMENT.matcher(code.append(text, at, text.length())).replaceAll("$1");
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
