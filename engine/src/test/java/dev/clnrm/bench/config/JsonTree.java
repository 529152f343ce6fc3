package dev.clnrm.bench.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as an editor hands it to a schema: numbers, truths and nothing by their looks, aliases and merge keys followed. */
final class JsonTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonTree() {}

    static JsonNode of(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setMergeOnCompose(true);
        return of(new Yaml(options).compose(new StringReader(yaml)));
    }

    private static JsonNode of(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.getValue().forEach(t -> object.set(((ScalarNode) t.getKeyNode()).getValue(), of(t.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(n -> array.add(of(n)));
            return array;
        }
        String value = ((ScalarNode) node).getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(value.equals("true"));
        }
        boolean number = value.matches("-?[0-9]+(\\.[0-9]+)?");
        return number && (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))
                ? JSON.numberNode(new BigDecimal(value))
                : JSON.textNode(value);
    }
}
