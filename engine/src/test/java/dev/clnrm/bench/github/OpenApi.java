package dev.clnrm.bench.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** GitHub's description of its API, as published in {@code @octokit/openapi}, reduced to the calls made here. */
final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode paths;

    OpenApi() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream("/github/openapi.json"))) {
            paths = JSON.readTree(in).path("paths");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The errors of a request; empty if it matches the description. */
    List<String> violations(String method, URI uri, byte[] body) {
        Optional<Map.Entry<String, JsonNode>> path = path(method, uri.getPath());
        if (path.isEmpty()) {
            return List.of(method + " " + uri.getPath() + " is not described");
        }
        JsonNode call = path.get().getValue();
        List<String> faults = new ArrayList<>();
        query(call, uri, faults);
        try {
            body(call, body, faults);
        } catch (IOException e) {
            faults.add("the body is not JSON: " + e.getMessage());
        }
        return faults.stream()
                .map(fault -> method + " " + path.get().getKey() + ": " + fault)
                .toList();
    }

    private Optional<Map.Entry<String, JsonNode>> path(String method, String path) {
        return paths.properties().stream()
                .filter(one -> Pattern.matches(
                        one.getKey().replaceAll("\\{path}", ".+").replaceAll("\\{[a-z_]+}", "[^/]+"), path))
                .filter(one -> one.getValue().has(method.toLowerCase(java.util.Locale.ROOT)))
                .map(one -> Map.entry(one.getKey(), one.getValue().path(method.toLowerCase(java.util.Locale.ROOT))))
                .findFirst();
    }

    private static void query(JsonNode call, URI uri, List<String> faults) {
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String name = pair.replaceFirst("=.*", "");
            String text = URLDecoder.decode(pair.replaceFirst("^[^=]*=?", ""), StandardCharsets.UTF_8);
            Optional<JsonNode> parameter = Optional.empty();
            for (JsonNode one : call.path("parameters")) {
                if (one.path("in").asText().equals("query")
                        && one.path("name").asText().equals(name)) {
                    parameter = Optional.of(one);
                }
            }
            if (parameter.isEmpty()) {
                faults.add("no query parameter `" + name + "`");
                continue;
            }
            JsonNode schema = parameter.get().path("schema");
            JsonNode value = schema.path("type").asText().equals("integer")
                    ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                    : JsonNodeFactory.instance.textNode(text);
            SCHEMAS.getSchema(schema).validate(value).forEach(m -> faults.add(name + ": " + m.getMessage()));
        }
    }

    private static void body(JsonNode call, byte[] body, List<String> faults) throws IOException {
        JsonNode schema = call.path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (body.length == 0) {
            if (call.path("requestBody").path("required").asBoolean()) {
                faults.add("lacks a body");
            }
            return;
        }
        if (schema.isMissingNode()) {
            if (!JSON.readTree(body).isEmpty()) {
                faults.add("takes no body");
            }
            return;
        }
        JsonNode value = JSON.readTree(body);
        value.fieldNames().forEachRemaining(field -> {
            if (!schema.path("properties").has(field)) {
                faults.add("no property `" + field + "`");
            }
        });
        SCHEMAS.getSchema(schema).validate(value).forEach(m -> faults.add(m.getMessage()));
    }
}
