package dev.clnrm.bench.profile;

/** The kinds of samples in a profile. */
public enum ProfileKind {
    /** Time on a processor. */
    CPU("cpu", "on the processor"),
    /** Time, on a processor or waiting. */
    WALL("wall", "of the time"),
    /** Bytes allocated. */
    ALLOCATION("allocation", "of the bytes allocated"),
    /** Time waiting for a lock that another thread held. */
    LOCK("lock", "of the time waiting for locks");

    private final String word;
    private final String share;

    ProfileKind(String word, String share) {
        this.word = word;
        this.share = share;
    }

    /** The name in file names and in the first column. */
    public String word() {
        return word;
    }

    /** The text after a share: {@code 40 % of the bytes allocated}. */
    public String share() {
        return share;
    }
}
