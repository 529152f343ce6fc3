package dev.clnrm.bench.profile;

/** A limit of HotSpot for the bytes of a method's code, the smallest first. */
public enum SizeLimit {
    /** A larger method is inlined only where it is called often. */
    INLINE("MaxInlineSize"),
    /** A larger method is not inlined. */
    FREQUENT("FreqInlineSize"),
    /** A larger method is not compiled. */
    COMPILE("HugeMethodLimit");

    private final String flag;

    SizeLimit(String flag) {
        this.flag = flag;
    }

    /** The JVM's flag. */
    public String flag() {
        return flag;
    }
}
