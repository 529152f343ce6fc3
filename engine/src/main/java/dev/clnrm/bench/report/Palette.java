package dev.clnrm.bench.report;

/** Colours; a reader who sees none misses nothing. */
public enum Palette {
    /** No colours. */
    NONE,
    /** The sixteen colours every terminal has, in the shades its owner chose. */
    ANSI;

    /** What a piece of text is, to give it a colour. */
    public enum Role {
        PLAIN(""),
        HEADING("1"),
        FAINT("2"),
        GOOD("32"),
        CARE("33"),
        BAD("1;31"),
        UNSURE("35"),
        HELP("36");

        private final String code;

        Role(String code) {
            this.code = code;
        }
    }

    /** The text with whatever switches its colour on before it and off after it. */
    public String paint(Role role, String text) {
        return this == NONE || role.code.isEmpty() || text.isEmpty()
                ? text
                : "\u001b[" + role.code + "m" + text + "\u001b[0m";
    }
}
