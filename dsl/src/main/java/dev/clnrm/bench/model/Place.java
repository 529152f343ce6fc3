package dev.clnrm.bench.model;

/**
 * The place of a declaration.
 *
 * @param file the file's name as people write it; empty if unknown
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    /** An unknown place. */
    public static final Place UNKNOWN = new Place("", 0, 0);

    /** The place in the format of compilers: {@code budgets.yaml:11:22}. */
    @Override
    public String toString() {
        if (file.isEmpty()) {
            return "(unknown place)";
        }
        return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }

    /** The place without the column: {@code budgets.yaml:11}. */
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
