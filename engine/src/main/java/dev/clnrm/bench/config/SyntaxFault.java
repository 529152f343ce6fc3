package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What the YAML parser cannot read, in words of ours where it is a habit and in the parser's where it is not. */
final class SyntaxFault {
    private SyntaxFault() {}

    static void report(MarkedYAMLException e, Reading reading) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Spot spot =
                mark == null ? new Spot(new Place(reading.source().name(), 0, 0), 0) : new Spot(reading.place(mark), 1);
        String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
        if (problem.contains("(TAB)")) {
            reading.fault(spot, "syntax: a tab where YAML takes only spaces", "replace it with spaces");
        } else if (problem.contains("cannot start any token")) {
            String c = String.valueOf(problem.charAt(Math.min(problem.length() - 1, problem.indexOf('\'') + 1)));
            reading.fault(spot, "syntax: a text cannot begin with `" + c + "`", "put it in quotes");
        } else if (problem.contains("mapping values are not allowed here")) {
            reading.fault(
                    spot,
                    "syntax: a key inside a text",
                    "check the indentation, and put a text that holds `: ` in quotes");
        } else if (problem.contains("unexpected end of stream") && e.getContextMark() != null) {
            reading.fault(new Spot(reading.place(e.getContextMark()), 1), "syntax: a quote that is never closed", "");
        } else if (problem.startsWith("expected <block end>, but found '<block ")) {
            reading.fault(spot, "syntax: the indentation of this line fits no line above", "");
        } else if (e.getContext() != null && e.getContextMark() != null) {
            String where = e.getContext() + " from line " + (e.getContextMark().getLine() + 1);
            reading.fault(spot, "syntax: " + problem, where, "");
        } else {
            reading.fault(spot, "syntax: " + problem, "");
        }
    }
}
