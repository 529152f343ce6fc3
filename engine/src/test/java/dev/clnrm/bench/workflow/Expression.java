package dev.clnrm.bench.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** An expression of a workflow, as far as workflows here use them; any other is an error. */
final class Expression {
    private static final Pattern PLACE = Pattern.compile("\\$\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern TOKEN =
            Pattern.compile("\\s*('(?:[^']|'')*'|\\d+|[A-Za-z_][A-Za-z0-9_-]*|&&|\\|\\||==|!=|[!().,*])");
    private static final Pattern STATUS = Pattern.compile("\\b(always|success|failure|cancelled)\\s*\\(");

    private final List<String> tokens = new ArrayList<>();
    private final JsonNode context;
    private int at;

    private Expression(String text, JsonNode context) {
        this.context = context;
        Matcher token = TOKEN.matcher(text.strip());
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (end != text.strip().length()) {
            throw new IllegalArgumentException("an expression that is not understood: " + text);
        }
    }

    /** A text with the values of its expressions. */
    static String filled(String text, JsonNode context) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(value(place.group(1), context).asText()));
    }

    /** Whether a condition holds; without a word on the status of the job, it needs one without failures. */
    static boolean holds(String condition, JsonNode context) {
        String bare = condition.replace("${{", "").replace("}}", "");
        boolean asked = STATUS.matcher(bare).find();
        boolean well = context.path("job").path("status").asText().equals("success");
        return (asked || well) && (bare.isBlank() || truth(value(bare, context)));
    }

    private static JsonNode value(String text, JsonNode context) {
        Expression expression = new Expression(text, context);
        JsonNode value = expression.or();
        if (expression.at != expression.tokens.size()) {
            throw new IllegalArgumentException("an expression that is not understood: " + text);
        }
        return value;
    }

    private static boolean truth(JsonNode value) {
        return value.isContainerNode()
                || value.asBoolean()
                || (value.isTextual() && !value.asText().isEmpty());
    }

    private boolean took(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private JsonNode or() {
        JsonNode left = and();
        while (took("||")) {
            JsonNode right = and();
            left = truth(left) ? left : right;
        }
        return left;
    }

    private JsonNode and() {
        JsonNode left = equality();
        while (took("&&")) {
            JsonNode right = equality();
            left = truth(left) ? right : left;
        }
        return left;
    }

    private JsonNode equality() {
        JsonNode left = unary();
        if (took("==")) {
            return BooleanNode.valueOf(same(left, unary()));
        }
        return took("!=") ? BooleanNode.valueOf(!same(left, unary())) : left;
    }

    /** Upper and lower case are the same. */
    private static boolean same(JsonNode left, JsonNode right) {
        return left.asText().equalsIgnoreCase(right.asText());
    }

    private JsonNode unary() {
        return took("!") ? BooleanNode.valueOf(!truth(unary())) : primary();
    }

    private JsonNode primary() {
        if (took("(")) {
            JsonNode inner = or();
            took(")");
            return inner;
        }
        String token = tokens.get(at++);
        if (token.startsWith("'")) {
            return TextNode.valueOf(token.substring(1, token.length() - 1).replace("''", "'"));
        }
        if (Character.isDigit(token.charAt(0))) {
            return IntNode.valueOf(Integer.parseInt(token));
        }
        if (token.equals("true") || token.equals("false")) {
            return BooleanNode.valueOf(token.equals("true"));
        }
        return took("(") ? called(token) : path(context.path(token));
    }

    private JsonNode path(JsonNode start) {
        JsonNode value = start;
        boolean all = false;
        while (took(".")) {
            if (took("*")) {
                all = true;
            } else {
                String name = tokens.get(at++);
                value = all ? each(value, name) : value.path(name);
            }
        }
        return value;
    }

    private static JsonNode each(JsonNode list, String name) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        list.forEach(one -> values.add(one.path(name)));
        return values;
    }

    private JsonNode called(String function) {
        List<JsonNode> given = new ArrayList<>();
        while (!took(")")) {
            given.add(or());
            took(",");
        }
        String status = context.path("job").path("status").asText();
        return switch (function) {
            case "always" -> BooleanNode.TRUE;
            case "cancelled" -> BooleanNode.FALSE;
            case "success", "failure" -> BooleanNode.valueOf(status.equals(function));
            case "startsWith" -> BooleanNode.valueOf(lower(given.get(0)).startsWith(lower(given.get(1))));
            case "contains" -> BooleanNode.valueOf(contains(given.get(0), given.get(1)));
            case "hashFiles" -> TextNode.valueOf("a-hash");
            case "fromJSON" -> json(given.get(0).asText());
            default -> throw new IllegalArgumentException("a function that is not understood: " + function);
        };
    }

    private static boolean contains(JsonNode where, JsonNode what) {
        return where.isArray()
                ? StreamSupport.stream(where.spliterator(), false).anyMatch(one -> same(one, what))
                : lower(where).contains(lower(what));
    }

    private static String lower(JsonNode text) {
        return text.asText().toLowerCase(Locale.ROOT);
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
