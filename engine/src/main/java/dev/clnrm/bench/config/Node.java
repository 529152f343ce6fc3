package dev.clnrm.bench.config;

import java.util.List;

/** A value of a file: a text, a list, a mapping or an empty value. */
sealed interface Node permits Text, Mapping, Node.Items, Node.Nothing {
    Spot spot();

    /** Its description in messages. */
    String shown();

    record Items(Spot spot, List<Node> nodes) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }

    /** An omitted value, or one written as {@code null} or {@code ~}. */
    record Nothing(Spot spot) implements Node {
        @Override
        public String shown() {
            return "nothing";
        }
    }
}
