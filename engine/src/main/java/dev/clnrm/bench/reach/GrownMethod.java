package dev.clnrm.bench.reach;

/**
 * A method that a case reaches on both sides and that has more code on the head.
 *
 * @param name its class and name as in a stack trace: {@code com.acme.Text$Part.parse}
 * @param before the bytes of its code on the base
 * @param after the bytes of its code on the head
 */
public record GrownMethod(String name, int before, int after) {}
