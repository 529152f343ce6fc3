package dev.clnrm.bench.model;

/**
 * A fault in a declaration.
 *
 * @param place where
 * @param message a lower-case clause that says what is wrong
 * @param help what to do about it; may be empty
 */
public record Fault(Place place, String message, String help) {}
