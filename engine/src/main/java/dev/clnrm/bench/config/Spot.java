package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;

/**
 * A part of a line.
 *
 * @param place its start
 * @param width its number of characters
 */
record Spot(Place place, int width) {}
