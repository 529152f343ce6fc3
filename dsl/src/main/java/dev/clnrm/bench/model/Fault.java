package dev.clnrm.bench.model;

/**
 * Something wrong in a declaration.
 *
 * @param place where
 * @param message a lower-case clause saying what
 * @param help what to do about it; may be empty
 */
public record Fault(Place place, String message, String help) {}
