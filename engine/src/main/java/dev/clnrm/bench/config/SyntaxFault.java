package dev.clnrm.bench.config;

import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import dev.clnrm.bench.model.Place;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Faults of syntax: the usual ones in our words, the others in the parser's. */
final class SyntaxFault {
    private SyntaxFault() {}

    static void report(JacksonYAMLParseException e, Reading reading) {
        if (e.getCause() instanceof MarkedYAMLException marked) {
            report(marked, reading);
        } else {
            reading.fault(
                    new Spot(new Place(reading.source().name(), 0, 0), 0), "not YAML: " + e.getOriginalMessage(), "");
        }
    }

    private static void report(MarkedYAMLException e, Reading reading) {
        String file = reading.source().name();
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Spot spot = mark == null ? new Spot(new Place(file, 0, 0), 0) : spot(file, mark);
        String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
        if (problem.contains("(TAB)")) {
            reading.fault(spot, "syntax: a tab where YAML takes only spaces", "replace it with spaces");
        } else if (problem.contains("cannot start any token")) {
            String c = String.valueOf(problem.charAt(Math.min(problem.length() - 1, problem.indexOf('\'') + 1)));
            reading.fault(spot, "syntax: a text cannot start with `" + c + "`", "put it in quotes");
        } else if (problem.contains("mapping values are not allowed here")) {
            reading.fault(
                    spot,
                    "syntax: a key inside a text",
                    "check the indentation, and put a text that holds `: ` in quotes");
        } else if (problem.contains("unexpected end of stream") && e.getContextMark() != null) {
            reading.fault(spot(file, e.getContextMark()), "syntax: the quote is not closed", "");
        } else if (problem.startsWith("expected <block end>, but found '<block ")) {
            reading.fault(spot, "syntax: the indentation of this line matches no line above", "");
        } else if (e.getContext() != null && e.getContextMark() != null) {
            String where = e.getContext() + " from line " + (e.getContextMark().getLine() + 1);
            reading.fault(spot, "syntax: " + problem, where, "");
        } else {
            reading.fault(spot, "syntax: " + problem, "");
        }
    }

    private static Spot spot(String file, Mark mark) {
        return new Spot(new Place(file, mark.getLine() + 1, mark.getColumn() + 1), 1);
    }
}
