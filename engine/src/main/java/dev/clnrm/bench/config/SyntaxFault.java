package dev.clnrm.bench.config;

import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import dev.clnrm.bench.model.Place;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Syntax faults: the common ones in our words, the others in the parser's. Jackson's exception has the place and one text of several
 * lines. Only its cause, an exception of SnakeYAML, separates the problem from its context; Jackson's copy of that class is deprecated.
 */
final class SyntaxFault {
    private SyntaxFault() {}

    static void report(JacksonYAMLParseException e, Reading reading) {
        String file = reading.source().name();
        if (!(e.getCause() instanceof MarkedYAMLException marked) || marked.getProblem() == null) {
            reading.fault(new Spot(new Place(file, 0, 0), 0), "not YAML: " + e.getOriginalMessage(), "");
            return;
        }
        Mark began = marked.getContextMark();
        Spot spot = spot(file, marked.getProblemMark());
        String problem = marked.getProblem();
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
        } else if (problem.contains("unexpected end of stream") && began != null) {
            reading.fault(spot(file, began), "syntax: the quote is not closed", "");
        } else if (problem.startsWith("expected <block end>, but found '<block ")) {
            reading.fault(spot, "syntax: the indentation of this line matches no line above", "");
        } else if (marked.getContext() != null && began != null) {
            String where = marked.getContext() + " from line " + (began.getLine() + 1);
            reading.fault(spot, "syntax: " + problem, where, "");
        } else {
            reading.fault(spot, "syntax: " + problem, "");
        }
    }

    private static Spot spot(String file, Mark mark) {
        return new Spot(new Place(file, mark.getLine() + 1, mark.getColumn() + 1), 1);
    }
}
