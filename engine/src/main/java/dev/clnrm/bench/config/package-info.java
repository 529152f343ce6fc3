/**
 * The declarations of a project: {@code budgets.yaml} and suites, read with positions, with all faults at once, as one model.
 *
 * <p>A line of the file passes these classes:
 *
 * <ol>
 *   <li>{@link dev.clnrm.bench.config.BudgetsReader} reads the file,
 *   <li>{@link dev.clnrm.bench.config.YamlTree} turns its text into values with places,
 *   <li>{@link dev.clnrm.bench.config.BudgetReader} reads the line; each section has a reader with its name,
 *   <li>{@link dev.clnrm.bench.config.BudgetsFile} holds the rule,
 *   <li>{@link dev.clnrm.bench.config.Lookup} finds the declared cases that the rule matches.
 * </ol>
 *
 * <p>Then {@code judge} compares the measured cases with the rule.
 *
 * <p>A new kind of budget is a component of {@link dev.clnrm.bench.model.Budget} in {@code model}, a key of
 * {@link dev.clnrm.bench.config.Section} with its reader in {@code config}, a verdict in {@code judge} and a column in {@code report}.
 */
@NullMarked
package dev.clnrm.bench.config;

import org.jspecify.annotations.NullMarked;
