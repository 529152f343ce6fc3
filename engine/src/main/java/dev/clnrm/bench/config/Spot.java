package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;

/**
 * A stretch of a line.
 *
 * @param place where it begins
 * @param width how many characters it has
 */
record Spot(Place place, int width) {}
