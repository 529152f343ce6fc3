package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Place;
import java.time.LocalDate;

/**
 * The waiver because of which a regression does not fail the check.
 *
 * @param until the last day of the waiver
 * @param because the declared reason
 * @param place the place of the waiver
 */
public record Waived(LocalDate until, String because, Place place) {}
