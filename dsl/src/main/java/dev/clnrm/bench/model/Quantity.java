package dev.clnrm.bench.model;

/**
 * An amount in a base unit. The type distinguishes seconds from bytes, so a limit of one cannot be used for the other.
 *
 * @param <Q> the quantity itself
 */
public sealed interface Quantity<Q extends Quantity<Q>> permits Time, Bytes {
    /** The amount in the base unit: seconds or bytes. */
    double base();
}
