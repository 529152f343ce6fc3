package dev.clnrm.bench.report;

/** Colours. They only add emphasis: the text is complete without them. */
public enum Palette {
    NONE,
    /** The sixteen standard colours of a terminal. */
    ANSI;

    /** The role of a text, which decides its colour. */
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

    /** The text between the codes that switch its colour on and off. */
    public String paint(Role role, String text) {
        return this == NONE || role.code.isEmpty() || text.isEmpty()
                ? text
                : "\u001b[" + role.code + "m" + text + "\u001b[0m";
    }
}
