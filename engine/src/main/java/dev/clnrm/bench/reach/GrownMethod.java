package dev.clnrm.bench.reach;

/**
 * A method that a case reaches on both sides, with more code on the head.
 *
 * @param name its class and name as a stack trace has them: {@code com.acme.Text$Part.parse}
 * @param before how many bytes its code has on the base
 * @param after the same on the head
 */
public record GrownMethod(String name, int before, int after) {}
