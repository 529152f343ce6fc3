package dev.clnrm.bench.measure;

import dev.clnrm.bench.plan.PlannedCase;
import java.util.OptionalInt;

/**
 * One fork to run.
 *
 * @param planned the case
 * @param side which revision
 * @param fork its number among its case and side, from 0
 * @param order its place among all forks of the run, from 0
 * @param warmups how many iterations do not count, where that is settled; empty: this fork settles it for its case
 */
public record ForkJob(PlannedCase planned, String side, int fork, int order, OptionalInt warmups) {}
