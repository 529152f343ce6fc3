package dev.clnrm.bench.model;

/**
 * An amount in a base unit; the type tells seconds from bytes, so a limit of one cannot be put on the other.
 *
 * @param <Q> the quantity itself
 */
public sealed interface Quantity<Q extends Quantity<Q>> permits Time, Bytes {
    /** The amount in the base unit: seconds or bytes. */
    double base();
}
