package dev.clnrm.bench.report.table;

import dev.clnrm.bench.report.Display;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.table.Grid.Align;
import dev.clnrm.bench.report.table.Grid.Cell;
import dev.clnrm.bench.report.table.Grid.Column;
import dev.clnrm.bench.report.table.Grid.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * A table on a terminal with aligned columns. The package that all names share stands above the table. If the width is too small,
 * names are shortened in the middle; if they would become too short, spare columns are omitted: the narrowest one that
 * makes enough room.
 */
final class GridLayout {
    private static final String GAP = "  ";

    /** Spare columns are omitted until a name has this many columns. */
    private static final int ROOM_FOR_NAME = 24;

    /** The smallest width of a name, even if the row is then wider than the terminal. */
    private static final int SHORTEST_NAME = 16;

    private final List<Column> columns;
    private final List<Integer> shown;
    private final Style style;
    private final String shared;
    private final List<Line> lines;
    private final int[] units;
    private final int[] widths;

    /**
     * @param shown the columns with content; spare ones are removed from it
     * @param shared the common start of all names
     */
    GridLayout(List<Column> columns, List<Line> lines, List<Integer> shown, Style style, String shared) {
        this.columns = columns;
        this.shown = shown;
        this.style = style;
        this.shared = shared;
        this.lines = lines.stream()
                .map(line -> new Line(
                        line.kind(),
                        line.cells().stream().map(cell -> cell.without(shared)).toList()))
                .toList();
        units = new int[columns.size()];
        widths = new int[columns.size()];
    }

    String render() {
        for (int column : shown) {
            if (columns.get(column).align() == Align.AMOUNT) {
                units[column] = widest(column, cell -> Display.width(unit(cell.text())));
            }
            widths[column] = Math.max(
                    column == 0 ? 0 : Display.width(columns.get(column).title()),
                    widest(column, cell -> Display.width(padded(cell.text(), column))));
        }
        String omitted = fit();
        List<String> out = new ArrayList<>();
        if (!shared.isEmpty()) {
            out.add(style.palette().paint(Role.FAINT, "package " + shared.substring(0, shared.length() - 1)));
        }
        for (Line line : lines) {
            out.add(
                    switch (line.kind()) {
                        case GAP -> "";
                        case HEADING ->
                            paint(line.cells().get(0).text(), line.cells().get(0));
                        case TITLES, ROW -> row(line);
                    });
        }
        if (!omitted.isEmpty()) {
            out.add(style.palette().paint(Role.FAINT, "--wide also shows " + omitted));
        }
        return out.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** Makes the first column as wide as possible; returns the titles of the omitted columns. */
    private String fit() {
        int titles = lines.stream()
                .filter(line -> line.kind() == Line.Kind.TITLES)
                .mapToInt(line -> Display.width(line.cells().get(0).text()))
                .max()
                .orElse(0);
        int wanted = Math.max(widths[0], titles);
        if (style.wide()) {
            widths[0] = wanted;
            return "";
        }
        List<Integer> spare =
                shown.stream().filter(column -> columns.get(column).spare()).toList();
        omitUntil(Math.min(wanted, ROOM_FOR_NAME), spare);
        widths[0] = Math.min(wanted, Math.max(SHORTEST_NAME, room()));
        return spare.stream()
                .filter(column -> !shown.contains(column))
                .map(column -> columns.get(column).title())
                .collect(Collectors.joining(" and "));
    }

    /** Omits spare columns until the name has this many columns. If none makes enough room alone, the widest one is omitted first. */
    private void omitUntil(int enough, List<Integer> spare) {
        List<Integer> left = new ArrayList<>(spare);
        left.sort(Comparator.comparingInt(column -> widths[column]));
        while (room() < enough && !left.isEmpty()) {
            int missing = enough - room() - GAP.length();
            Integer omitted = left.stream()
                    .filter(column -> widths[column] >= missing)
                    .findFirst()
                    .orElse(left.get(left.size() - 1));
            left.remove(omitted);
            shown.remove(omitted);
        }
    }

    /** The width that the other columns leave for the first. */
    private int room() {
        return style.width()
                - shown.stream().skip(1).mapToInt(c -> widths[c] + GAP.length()).sum();
    }

    private String row(Line line) {
        StringBuilder out = new StringBuilder();
        int pending = 0;
        for (int column : shown) {
            Cell cell = line.cells().get(column);
            String text = column == 0
                    ? cell.within(widths[0])
                    : line.kind() == Line.Kind.TITLES ? cell.text() : padded(cell.text(), column);
            int width = Display.width(text);
            int room = Math.max(0, widths[column] - width);
            boolean left = columns.get(column).align() == Align.LEFT;
            pending += (column == 0 ? 0 : GAP.length()) + (left ? 0 : room);
            if (!cell.isEmpty()) {
                String said = text.stripTrailing();
                out.append(Display.blanks(pending)).append(paint(said, cell));
                pending = -Display.width(said);
            }
            pending += width + (left ? room : 0);
        }
        return out.toString();
    }

    private String paint(String text, Cell cell) {
        return style.palette().paint(cell.role(), text);
    }

    private int widest(int column, ToIntFunction<Cell> width) {
        return Grid.rows(lines)
                .map(line -> line.cells().get(column))
                .mapToInt(width)
                .max()
                .orElse(0);
    }

    /** The text, with its unit padded to the widest unit of its column. */
    private String padded(String text, int column) {
        return units[column] == 0 || text.isEmpty()
                ? text
                : text + Display.blanks(units[column] - Display.width(unit(text)));
    }

    /** The text from the last blank on; empty if it is a number and not a unit. */
    private static String unit(String text) {
        int blank = text.lastIndexOf(' ');
        return blank < 0 || text.substring(blank + 1).matches("[-+0-9].*") ? "" : text.substring(blank);
    }
}
