package dev.clnrm.bench.profile;

/** A limit of HotSpot for the size of a method's bytecode, the smallest first. */
public enum SizeLimit {
    /** The limit above which a method is inlined only if it is called often. */
    INLINE("MaxInlineSize"),
    /** The limit above which a method is not inlined. */
    FREQUENT("FreqInlineSize"),
    /** The limit above which a method is not compiled. */
    COMPILE("HugeMethodLimit");

    private final String flag;

    SizeLimit(String flag) {
        this.flag = flag;
    }

    public String flag() {
        return flag;
    }
}
