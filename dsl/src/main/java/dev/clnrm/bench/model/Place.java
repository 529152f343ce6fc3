package dev.clnrm.bench.model;

/**
 * Where something was declared.
 *
 * @param file the file's name as people write it; empty when unknown
 * @param line from 1; 0 when unknown
 * @param column from 1; 0 when unknown
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    /** A place nobody can point to. */
    public static final Place UNKNOWN = new Place("", 0, 0);

    /** The place as compilers write it: {@code budgets.yaml:11:22}. */
    @Override
    public String toString() {
        if (file.isEmpty()) {
            return "(unknown place)";
        }
        return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }

    /** The place to the line only: {@code budgets.yaml:11}. */
    public String toLine() {
        return new Place(file, line, 0).toString();
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
