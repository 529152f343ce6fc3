package dev.clnrm.bench.model;

/**
 * An amount of memory.
 *
 * @param bytes finite, not negative
 */
public record Bytes(double bytes) implements Quantity<Bytes> {
    public Bytes {
        if (!(bytes >= 0) || Double.isInfinite(bytes)) {
            throw new IllegalArgumentException("an amount of bytes is finite and not negative, but this is " + bytes);
        }
    }

    @Override
    public double base() {
        return bytes;
    }
}
