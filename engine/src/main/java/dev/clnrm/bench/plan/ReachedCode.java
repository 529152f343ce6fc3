package dev.clnrm.bench.plan;

/**
 * What a case reaches.
 *
 * @param digest of every class, resource and argument, in 64 hexadecimal digits
 * @param readsOutside whether it calls an API that reads files, or starts programs: what those give is not in the digest
 */
public record ReachedCode(String digest, boolean readsOutside) {
    /** How much of it is the same as on another side. */
    public Sameness as(ReachedCode other) {
        if (!digest.equals(other.digest)) {
            return Sameness.DIFFERENT;
        }
        return readsOutside || other.readsOutside ? Sameness.CLASSES : Sameness.ALL;
    }
}
