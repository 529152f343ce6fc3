package dev.clnrm.bench.report;

import dev.clnrm.bench.report.Palette.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A table with aligned columns. A column in which no row says anything is left out; the first takes what room the others leave, and
 * what does not fit there has a line of its own above its row.
 */
final class Grid {
    private static final String GAP = "  ";
    private static final int NARROWEST_FIRST = 20;

    /** Where the text of a column stands. */
    enum Align {
        LEFT,
        RIGHT,
        /** Numbers to the right, their units to the left of one line between them. */
        AMOUNT
    }

    record Column(String title, Align align) {}

    record Cell(String text, Role role) {
        static final Cell EMPTY = new Cell("", Role.PLAIN);

        static Cell of(String text) {
            return new Cell(text, Role.PLAIN);
        }

        static Cell faint(String text) {
            return new Cell(text, Role.FAINT);
        }
    }

    /** A line: a row of cells, or a heading of one cell. */
    private record Line(Kind kind, List<Cell> cells) {
        enum Kind {
            TITLES,
            ROW,
            HEADING,
            GAP
        }
    }

    private final Style style;
    private final List<Column> columns;
    private final List<Line> lines = new ArrayList<>();

    Grid(Style style, List<Column> columns) {
        this.style = style;
        this.columns = columns;
    }

    /** The titles of the columns; {@code first} stands over the first. */
    void titles(String first) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(first, Role.HEADING));
        columns.stream().skip(1).forEach(column -> cells.add(Cell.faint(column.title())));
        lines.add(new Line(Line.Kind.TITLES, cells));
    }

    /** A row, one cell for each column. */
    void row(List<Cell> cells) {
        lines.add(new Line(Line.Kind.ROW, List.copyOf(cells)));
    }

    /** A line across. */
    void heading(Cell cell) {
        lines.add(new Line(Line.Kind.HEADING, List.of(cell)));
    }

    /** An empty line. */
    void gap() {
        lines.add(new Line(Line.Kind.GAP, List.of()));
    }

    String render() {
        List<Integer> shown = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            if (c == 0 || rows().anyMatch(line -> !line.cells.get(column).text.isEmpty())) {
                shown.add(c);
            }
        }
        int[] units = new int[columns.size()];
        int[] widths = new int[columns.size()];
        for (int column : shown) {
            if (columns.get(column).align == Align.AMOUNT) {
                units[column] = widest(column, cell -> Display.width(unit(cell.text)));
            }
            widths[column] = Math.max(
                    column == 0 ? 0 : Display.width(columns.get(column).title),
                    widest(column, cell -> Display.width(amount(cell.text, column, units))));
        }
        int others =
                shown.stream().skip(1).mapToInt(c -> widths[c] + GAP.length()).sum();
        int titles = lines.stream()
                .filter(line -> line.kind == Line.Kind.TITLES)
                .mapToInt(line -> Display.width(line.cells.get(0).text))
                .max()
                .orElse(0);
        widths[0] = Math.min(Math.max(widths[0], titles), Math.max(NARROWEST_FIRST, style.width() - others));

        StringBuilder out = new StringBuilder();
        for (Line line : lines) {
            switch (line.kind) {
                case GAP -> {}
                case HEADING -> paint(out, line.cells.get(0).text, line.cells.get(0));
                case TITLES, ROW -> row(out, line, shown, widths, units);
            }
            out.append('\n');
        }
        return out.toString();
    }

    private void row(StringBuilder out, Line line, List<Integer> shown, int[] widths, int[] units) {
        int last = 0;
        for (int column : shown) {
            last = line.cells.get(column).text.isEmpty() ? last : column;
        }
        int pending = 0;
        for (int column : shown) {
            Cell cell = line.cells.get(column);
            if (column > last) {
                return;
            }
            if (column > 0) {
                pending += GAP.length();
            }
            String text = line.kind == Line.Kind.TITLES ? cell.text : amount(cell.text, column, units);
            int room = widths[column] - Display.width(text);
            if (columns.get(column).align != Align.LEFT) {
                pending += Math.max(0, room);
            }
            if (!cell.text.isEmpty()) {
                out.append(Display.blanks(pending));
                pending = 0;
                paint(out, column == last ? text.stripTrailing() : text, cell);
            } else {
                pending += Display.width(text);
            }
            if (room < 0 && column == 0 && last > 0) {
                out.append('\n').append(Display.blanks(widths[0]));
            }
            if (columns.get(column).align == Align.LEFT) {
                pending += Math.max(0, room);
            }
        }
    }

    private void paint(StringBuilder out, String text, Cell cell) {
        out.append(style.palette().paint(cell.role, text));
    }

    private Stream<Line> rows() {
        return lines.stream().filter(line -> line.kind == Line.Kind.ROW);
    }

    private int widest(int column, ToIntFunction<Cell> width) {
        return rows().map(line -> line.cells.get(column)).mapToInt(width).max().orElse(0);
    }

    /** The text with its unit widened to the widest of its column. */
    private static String amount(String text, int column, int[] units) {
        return units[column] == 0 || text.isEmpty()
                ? text
                : text + Display.blanks(units[column] - Display.width(unit(text)));
    }

    /** What follows the last blank, with it; nothing where that is no unit but a number. */
    private static String unit(String text) {
        int blank = text.lastIndexOf(' ');
        return blank < 0 || text.substring(blank + 1).matches("[-+0-9].*") ? "" : text.substring(blank);
    }
}
