package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.time.LocalDate;

/**
 * A known regression, accepted in the open.
 *
 * @param pattern which cases
 * @param until the last day it holds
 * @param because why
 * @param place where the cases were named
 * @param untilPlace where the day was written
 */
public record Waiver(CasePattern pattern, LocalDate until, String because, Place place, Place untilPlace) {
    /** Whether {@code today} is after its last day. */
    public boolean expiredOn(LocalDate today) {
        return today.isAfter(until);
    }
}
