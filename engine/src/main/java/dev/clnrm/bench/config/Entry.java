package dev.clnrm.bench.config;

import org.yaml.snakeyaml.nodes.Node;

/**
 * A key and what it stands before.
 *
 * @param key the key
 * @param value the value, not yet looked at
 */
record Entry(Text key, Node value) {
    /** The key as written. */
    String name() {
        return key.value();
    }
}
