package dev.clnrm.bench.config;

import java.util.List;

/** A value of a file: a text, a list, a mapping or nothing. */
sealed interface Node permits Text, Mapping, Node.Items, Node.Nothing {
    /** Where it stands. */
    Spot spot();

    /** What it is, as messages say it. */
    String shown();

    /** A list. */
    record Items(Spot spot, List<Node> nodes) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A value left out, or written as {@code null} or {@code ~}. */
    record Nothing(Spot spot) implements Node {
        @Override
        public String shown() {
            return "nothing";
        }
    }
}
