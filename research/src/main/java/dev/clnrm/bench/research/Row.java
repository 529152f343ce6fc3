package dev.clnrm.bench.research;

/**
 * One line of the table.
 *
 * @param rule the name of the rule
 * @param rates how often it was right
 */
public record Row(String rule, Rates rates) {}
