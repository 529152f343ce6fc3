package dev.clnrm.bench.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Reads the accepted regressions. */
final class WaiverReader {
    private WaiverReader() {}

    static List<Waiver> waivers(Entry section) {
        if (section.value() instanceof Node.Items list) {
            return list.nodes().stream()
                    .map(node -> section.reading().mapping(node, "a waiver").only(Section.WAIVER))
                    .map(WaiverReader::waiver)
                    .toList();
        }
        if (!(section.value() instanceof Node.Nothing)) {
            section.reading().wrongKind(section.value(), section.quoted(), "a list");
        }
        return List.of();
    }

    private static Waiver waiver(Mapping keys) {
        Text name = keys.need("case", "a waiver", "the name of a case");
        Text until = keys.need("until", "a waiver", "a day like `2027-03-01`");
        String because = keys.need("because", "a waiver", "a reason").value();
        return new Waiver(BudgetReader.pattern(name), day(until), because, name.place(), until.place());
    }

    private static LocalDate day(Text text) {
        try {
            return LocalDate.parse(text.value());
        } catch (DateTimeException e) {
            text.fault(text.quoted() + " is not a day", "write it like `2027-03-01`");
            return LocalDate.EPOCH;
        }
    }
}
