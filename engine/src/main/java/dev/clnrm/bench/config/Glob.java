package dev.clnrm.bench.config;

/**
 * A pattern in which {@code *} matches any characters.
 *
 * @param text the pattern
 * @param prefix the text before its first {@code *}
 * @param suffix the text after its last {@code *}
 */
record Glob(String text, String prefix, String suffix) {
    Glob(String text) {
        this(
                text,
                text.substring(0, text.indexOf('*') < 0 ? text.length() : text.indexOf('*')),
                text.substring(text.lastIndexOf('*') + 1));
    }

    static boolean isGlob(String text) {
        return text.indexOf('*') >= 0;
    }

    /** Whether the pattern matches {@code name}; the time is proportional to the product of both lengths. */
    boolean matches(String name) {
        return name.startsWith(prefix) && name.endsWith(suffix) && found(name);
    }

    private boolean found(String name) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < name.length()) {
            if (p < text.length() && text.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < text.length() && text.charAt(p) == name.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < text.length() && text.charAt(p) == '*') {
            p++;
        }
        return p == text.length();
    }
}
