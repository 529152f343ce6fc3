package dev.clnrm.bench.report.table;

import dev.clnrm.bench.report.Display;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table, for a terminal and for Markdown. A column without content is omitted. */
public final class Grid {
    /** The alignment of a column's text. */
    public enum Align {
        LEFT,
        RIGHT,
        /** Numbers right-aligned, units left-aligned after them. */
        AMOUNT
    }

    /**
     * A column.
     *
     * @param spare whether it is omitted if the width is too small
     */
    public record Column(String title, Align align, boolean spare) {
        Column(String title, Align align) {
            this(title, align, false);
        }
    }

    /**
     * A cell: our own text, which may surround a name.
     *
     * @param before blanks before the name
     * @param name untrusted text, made safe; empty if there is none
     * @param words the text after the name
     * @param markdown the same in Markdown
     */
    public record Cell(String before, String name, String words, Role role, String markdown) {
        static final Cell EMPTY = of("");

        static Cell of(String words) {
            return of(words, Role.PLAIN);
        }

        static Cell of(String words, Role role) {
            return new Cell("", "", words, role, MarkdownText.unbroken(words));
        }

        static Cell of(StatusLabel label, String further) {
            return new Cell("", "", label + further, label.role(), label.emoji() + "&nbsp;" + label.word() + further);
        }

        /** A cell with an untrusted name. */
        static Cell name(Object name) {
            return name("", name, "");
        }

        /** A cell with an untrusted name, and what distinguishes it from others of the same name. */
        static Cell name(String before, Object name, String further) {
            String markdown = MarkdownText.name(name) + further.replace("  ", " ");
            return new Cell(before, Inert.name(name), further, Role.PLAIN, markdown);
        }

        /** The first cell of a row that continues the row above. */
        Cell under(String indent) {
            return new Cell(indent + "  ", name, words, Role.FAINT, "… " + markdown);
        }

        Cell painted(Role other) {
            return new Cell(before, name, words, other, markdown);
        }

        boolean isEmpty() {
            return text().isEmpty();
        }

        String text() {
            return before + name + words;
        }

        /** The text in at most this many columns; the middle of the name is omitted if necessary. */
        String within(int columns) {
            int room = columns - Display.width(before + words);
            return before + Display.shortened(name, Math.max(room, Math.min(4, Display.width(name)))) + words;
        }

        Cell without(String shared) {
            return name.startsWith(shared)
                    ? new Cell(before, name.substring(shared.length()), words, role, markdown)
                    : this;
        }
    }

    /** A row of cells, or a heading of one cell. */
    public record Line(Kind kind, List<Cell> cells) {
        public enum Kind {
            TITLES,
            ROW,
            HEADING,
            GAP
        }
    }

    private final List<Column> columns;
    private final List<Line> lines = new ArrayList<>();

    Grid(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * Adds the titles of the columns; {@code first} is the title of the first column. An empty line comes before all titles
     * except the first ones.
     */
    void titles(Cell first) {
        if (!lines.isEmpty() && lines.get(lines.size() - 1).kind == Line.Kind.ROW) {
            lines.add(new Line(Line.Kind.GAP, List.of()));
        }
        List<Cell> cells = new ArrayList<>(List.of(first));
        columns.stream().skip(1).forEach(column -> cells.add(Cell.of(column.title, Role.FAINT)));
        lines.add(new Line(Line.Kind.TITLES, cells));
    }

    /** Adds a row, one cell for each column. */
    void row(List<Cell> cells) {
        lines.add(new Line(Line.Kind.ROW, List.copyOf(cells)));
    }

    /** Adds a heading over all columns. */
    void heading(Cell cell) {
        lines.add(new Line(Line.Kind.HEADING, List.of(cell)));
    }

    /** The table for a terminal. */
    String render(Style style) {
        return new GridLayout(columns, lines, said(), style, shared(style)).render();
    }

    /**
     * The package that all names share, with its final dot. It stands above the table instead of in the names. Empty if they
     * share none.
     */
    String shared(Style style) {
        return style.wide()
                ? ""
                : SharedPackage.of(rows(lines)
                        .map(line -> line.cells().get(0))
                        .filter(cell -> !cell.name().isEmpty() && cell.role() != Role.FAINT)
                        .map(cell -> cell.name()));
    }

    public List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** Rows, headings and titles, from top to bottom. */
    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** The indexes of the columns with content. */
    public List<Integer> said() {
        return Stream.iterate(0, c -> c < columns.size(), c -> c + 1)
                .filter(c -> c == 0
                        || rows(lines).anyMatch(line -> !line.cells.get(c).isEmpty()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static Stream<Line> rows(List<Line> lines) {
        return lines.stream().filter(line -> line.kind == Line.Kind.ROW);
    }
}
