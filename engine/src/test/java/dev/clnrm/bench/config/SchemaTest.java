package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.error.YAMLException;

final class SchemaTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(Schema.text());

    private static final Map<Section, String> OBJECTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Section.FILE, ""),
            Map.entry(Section.DSL_SUITE, "/definitions/dslSuite"),
            Map.entry(Section.JAR_SUITE, "/definitions/jarSuite"),
            Map.entry(Section.JMH_SUITE, "/definitions/jmhSuite"),
            Map.entry(Section.JMH, "/definitions/jmhSuite/properties/jmh"),
            Map.entry(Section.MEASURE, "/definitions/measure"),
            Map.entry(Section.FORKS, "/definitions/measure/properties/forks"),
            Map.entry(Section.THRESHOLDS, "/properties/thresholds"),
            Map.entry(Section.BUDGET, "/definitions/budget"),
            Map.entry(Section.TIME, "/definitions/timeLimit"),
            Map.entry(Section.ALLOCATION, "/definitions/allocationLimit"),
            Map.entry(Section.CHANGE, "/definitions/change"),
            Map.entry(Section.RATIO, "/definitions/ratioLaw"),
            Map.entry(Section.EXPONENT, "/definitions/exponentLaw"),
            Map.entry(Section.EFFICIENCY, "/definitions/efficiencyLaw"),
            Map.entry(Section.OVERHEAD, "/definitions/overheadLaw"),
            Map.entry(Section.WAIVER, "/properties/waivers/items"),
            Map.entry(Section.HOOKS, "/properties/hooks"),
            Map.entry(Section.NOTIFY, "/properties/notify"),
            Map.entry(Section.WEBHOOK, "/properties/notify/properties/webhook"),
            Map.entry(Section.EMAIL, "/properties/notify/properties/email")));

    static Stream<Golden> parsable() {
        return Golden.table("bad-files.txt").stream().filter(golden -> {
            if (golden.title().contains("UTF")
                    || golden.title().startsWith("an alias")
                    || golden.title().startsWith("a key that is")
                    || golden.title().contains("byte order mark in the middle")) {
                return false;
            }
            try {
                return !JsonTree.of(text(golden)).isNull();
            } catch (YAMLException | NullPointerException e) {
                return false;
            }
        });
    }

    private static String text(Golden golden) {
        return new String(golden.bytes(), StandardCharsets.UTF_8).replace("\ufeff", "");
    }

    @ParameterizedTest
    @MethodSource("parsable")
    void sees_the_faults_it_is_said_to_see(Golden golden) {
        Set<ValidationMessage> found = SCHEMA.validate(JsonTree.of(text(golden)));
        assertWithMessage(golden.title() + found)
                .that(!found.isEmpty())
                .isEqualTo(golden.title().endsWith("[schema]"));
    }

    @Test
    void most_bad_files_can_be_parsed() {
        assertThat(parsable().count()).isAtLeast(50);
    }

    @ParameterizedTest
    @MethodSource("good")
    void accepts_what_the_reader_accepts(String yaml) {
        assertThat(SCHEMA.validate(JsonTree.of(yaml))).isEmpty();
    }

    static List<String> good() {
        return List.of(
                Golden.text("full.yaml"),
                Golden.text("every-key.yaml"),
                "performance_budgets: {cleanroom_creation: 200us}",
                BudgetsWriter.write(BudgetsFile.empty("budgets.yaml")));
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void has_the_keys_the_reader_has(Section section) throws JsonProcessingException {
        List<String> keys = new ArrayList<>();
        object(section).path("properties").fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactlyElementsIn(section.keys()).inOrder();
        assertThat(object(section).path("additionalProperties").isBoolean()).isTrue();
        assertThat(object(section).path("additionalProperties").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void describes_every_key(Section section) throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree(Schema.text());
        object(section).path("properties").forEach(key -> {
            JsonNode shown = key.has("$ref") ? root.at(key.get("$ref").asText().substring(1)) : key;
            JsonNode inner = shown.has("description") ? shown : root.at(ref(shown));
            assertWithMessage(section + " " + key)
                    .that(inner.path("description").asText())
                    .endsWith(".");
        });
    }

    private static String ref(JsonNode node) {
        return node.path("allOf").path(0).path("$ref").asText("#").substring(1);
    }

    private static JsonNode object(Section section) throws JsonProcessingException {
        return new ObjectMapper().readTree(Schema.text()).at(OBJECTS.getOrDefault(section, "/none"));
    }
}
