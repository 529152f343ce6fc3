package dev.clnrm.bench.report;

/** Makes a report into text. */
public interface Renderer {
    /** All of it; every line ends in a line feed. */
    String render(Report report);
}
