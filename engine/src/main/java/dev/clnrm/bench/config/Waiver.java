package dev.clnrm.bench.config;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * A known regression that the project accepts for a limited time.
 *
 * @param pattern the cases
 * @param until the last day on which it is valid
 * @param because the reason
 * @param place the place of the case pattern
 * @param untilPlace the place of the last day
 */
public record Waiver(CasePattern pattern, LocalDate until, String because, Place place, Place untilPlace) {
    /** The waiver of each case that has one; if a case has several, the one that is valid longest. */
    public static Map<CaseName, Waiver> byCase(
            List<Waiver> waivers, Function<CasePattern, ? extends Collection<CaseName>> matching) {
        Map<CaseName, Waiver> byCase = new LinkedHashMap<>();
        for (Waiver waiver : waivers) {
            for (CaseName name : matching.apply(waiver.pattern)) {
                byCase.merge(name, waiver, BinaryOperator.maxBy(Comparator.comparing(Waiver::until)));
            }
        }
        return byCase;
    }

    /** Whether {@code today} is after its last day. */
    boolean expiredOn(LocalDate today) {
        return today.isAfter(until);
    }

    /** The position of its last day. */
    Spot untilSpot() {
        return new Spot(untilPlace, until.toString().length());
    }

    @Override
    public String toString() {
        return "the waiver of " + VisibleText.quote(pattern.text());
    }
}
