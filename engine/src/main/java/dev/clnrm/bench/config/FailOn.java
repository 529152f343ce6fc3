package dev.clnrm.bench.config;

/** Which proven slowdowns fail the check. Being over budget always does. */
public enum FailOn {
    /** Any proven slowdown beyond the tolerance. */
    REGRESSION("regression"),
    /** From the warning threshold on. */
    WARNING("warning"),
    /** From the critical threshold on. */
    CRITICAL("critical"),
    /** From the alert threshold on. */
    ALERT("alert"),
    /** None. */
    NEVER("never");

    private final String word;

    FailOn(String word) {
        this.word = word;
    }

    /** The word in the file and on the command line. */
    public String word() {
        return word;
    }
}
