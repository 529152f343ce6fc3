package dev.clnrm.bench.report;

/** Renders a report as text. */
public interface Renderer {
    /** The whole report; every line ends in a line feed. */
    String render(Report report);
}
