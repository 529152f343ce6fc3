package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Place;
import java.time.LocalDate;

/**
 * Why a regression does not fail the check.
 *
 * @param until the last day of the waiver
 * @param because the reason given
 * @param place where it is written
 */
public record Waived(LocalDate until, String because, Place place) {}
