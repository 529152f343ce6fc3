package dev.clnrm.bench.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fake repository {@code o/r} that stores what it receives, and that can fail on request. */
public final class FakeGitHub implements AutoCloseable {
    /** The failure of a request. */
    public record Fault(String method, String path, int status, Map<String, String> headers, boolean served) {
        /** An error before the request has any effect. */
        public static Fault of(String method, String path, int status) {
            return new Fault(method, path, status, Map.of(), false);
        }

        /** An error after the request took effect: its answer was lost. */
        public static Fault after(String method, String path, int status) {
            return new Fault(method, path, status, Map.of(), true);
        }
    }

    private record Answer(int status, Optional<JsonNode> body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SILENT = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final OpenApi openApi = new OpenApi();
    private final List<String> violations = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<Long, ObjectNode> comments = new TreeMap<>();
    private final Map<Long, ObjectNode> checks = new TreeMap<>();
    private final Map<Long, ObjectNode> issues = new TreeMap<>();
    private final Map<Integer, ObjectNode> pulls = new TreeMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, JsonNode> entries = new LinkedHashMap<>();
    private final Map<String, String> permissions = new LinkedHashMap<>();
    private Consumer<String> before = request -> {};
    private boolean readOnly;
    private String login = "github-actions[bot]";
    private long next = 1;

    /** A server on a port of its own. */
    public FakeGitHub() throws IOException {
        this(0);
    }

    /** A server on this port. */
    public FakeGitHub(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Its address. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Destination destination() {
        return new Destination(address(), "o/r", "a-token");
    }

    /** An open pull request into {@code main}. */
    public FakeGitHub pullRequest(int number, String head, String branch, String base) {
        return pullRequest(number, head, branch, base, "main");
    }

    /** An open pull request into a branch. */
    public synchronized FakeGitHub pullRequest(int number, String head, String branch, String base, String into) {
        ObjectNode pull = JSON.createObjectNode();
        pull.put("id", number).put("number", number).put("state", "open");
        String owner = branch.replaceFirst(":.*", "");
        pull.putObject("head")
                .put("sha", head)
                .put("ref", branch.replaceFirst(".*:", ""))
                .put("label", branch)
                .putObject("repo")
                .put("full_name", owner + "/r")
                .put("pushed_at", "2026-01-31T12:00:00Z");
        pull.putObject("base").put("sha", base).put("ref", into);
        pulls.put(number, pull);
        return this;
    }

    /** Closes a pull request. */
    public synchronized FakeGitHub closed(int number) {
        Optional.ofNullable(pulls.get(number)).ifPresent(pull -> pull.put("state", "closed"));
        return this;
    }

    /** The permission of a user: {@code admin}, {@code write}, {@code read} or {@code none}. */
    public synchronized FakeGitHub permission(String login, String permission) {
        permissions.put(login, permission);
        return this;
    }

    /** A file in a commit. */
    public synchronized FakeGitHub file(String path, String commit, String text) {
        files.put(path + "@" + commit, text);
        return this;
    }

    /** A name in a commit that is not of a small file: GitHub's answer, as JSON. */
    public synchronized FakeGitHub entry(String path, String commit, String json) throws IOException {
        entries.put(path + "@" + commit, JSON.readTree(json));
        return this;
    }

    /** A comment by a user. */
    public synchronized FakeGitHub comment(String author, String body) {
        add(comments, comment(author, body, 7));
        return this;
    }

    /** The next request of each kind fails. */
    public synchronized FakeGitHub fail(Fault... some) {
        faults.addAll(List.of(some));
        return this;
    }

    /** From now on, the token is read-only. */
    public synchronized FakeGitHub readOnly() {
        readOnly = true;
        return this;
    }

    /** An action before each request is served. */
    synchronized FakeGitHub before(Consumer<String> what) {
        before = what;
        return this;
    }

    /** The bodies of all comments. */
    public synchronized List<String> comments() {
        return comments.values().stream().map(one -> one.path("body").asText()).toList();
    }

    /** The number of the pull request or issue of a comment. */
    public synchronized int commented(int index) {
        String url = List.copyOf(comments.values()).get(index).path("issue_url").asText();
        return Integer.parseInt(url.substring(url.lastIndexOf('/') + 1));
    }

    /** Forgets everything except the permissions. */
    public synchronized void forget() {
        List.of(comments, checks, issues).forEach(Map::clear);
        pulls.clear();
        files.clear();
        requests.clear();
        violations.clear();
        readOnly = false;
    }

    synchronized List<Long> commentIds() {
        return List.copyOf(comments.keySet());
    }

    synchronized void deleteComments() {
        comments.clear();
    }

    /** All check runs. */
    public synchronized List<JsonNode> checks() {
        return List.copyOf(checks.values());
    }

    /** All issues. */
    public synchronized List<JsonNode> issues() {
        return List.copyOf(issues.values());
    }

    /** The requests that did not match GitHub's description. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** All requests, method and path. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String method = exchange.getRequestMethod();
        URI uri = exchange.getRequestURI();
        String request = method + " " + uri.getPath();
        Consumer<String> first;
        synchronized (this) {
            first = before;
        }
        first.accept(request);
        Optional<Fault> fault;
        Answer answer;
        synchronized (this) {
            requests.add(request);
            violations.addAll(openApi.violations(method, uri, body));
            if (!"token a-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && !"Bearer a-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                violations.add(request + ": no token");
            }
            fault = faults.stream()
                    .filter(one -> one.method().equals(method) && Pattern.matches(one.path(), uri.getPath()))
                    .findFirst();
            fault.ifPresent(faults::remove);
            answer = fault.filter(one -> !one.served()).isPresent()
                    ? new Answer(fault.get().status(), Optional.of(message("a fault")))
                    : answer(method, uri, body);
        }
        if (fault.isPresent()) {
            if (fault.get().status() == SILENT) {
                return;
            }
            fault.get().headers().forEach(exchange.getResponseHeaders()::set);
            answer = new Answer(fault.get().status(), Optional.of(message("a fault")));
        }
        byte[] bytes = answer.body().map(JsonNode::toString).orElse("").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer answer(String method, URI uri, byte[] body) {
        if (readOnly && !method.equals("GET")) {
            return new Answer(403, Optional.of(message("Resource not accessible by integration")));
        }
        String path = uri.getPath();
        if (path.equals("/user")) {
            return login.endsWith("[bot]")
                    ? new Answer(403, Optional.of(message("Resource not accessible by integration")))
                    : ok(JSON.createObjectNode().put("login", login).put("id", 1));
        }
        if (path.equals("/repos/o/r")) {
            ObjectNode repository = JSON.createObjectNode();
            repository.put("id", 1).put("name", "r").put("full_name", "o/r").put("url", address() + "/repos/o/r");
            repository.putObject("owner").put("login", "o");
            return ok(repository);
        }
        Map<String, String> query = query(uri);
        JsonNode given = given(body);
        return Optional.<Answer>empty()
                .or(() -> on("/users/(.+)", path)
                        .map(m -> ok(
                                JSON.createObjectNode().put("login", m.group(1)).put("id", 41))))
                .or(() -> on("/repos/o/r/pulls", path).map(m -> ok(pulls(query))))
                .or(() -> on("/repos/o/r/pulls/(\\d+)", path)
                        .flatMap(m -> Optional.ofNullable(pulls.get(Integer.parseInt(m.group(1)))))
                        .map(FakeGitHub::ok))
                .or(() -> on("/repos/o/r/collaborators/([^/]+)/permission", path)
                        .flatMap(m -> Optional.ofNullable(permissions.get(m.group(1))))
                        .map(permission -> ok(JSON.createObjectNode().put("permission", permission))))
                .or(() -> on("/repos/o/r/contents/(.+)", path)
                        .map(m -> contents(m.group(1), query.getOrDefault("ref", ""))))
                .or(() -> on("/repos/o/r/issues", path)
                        .map(m -> method.equals("POST") ? created(issues, issue(given)) : ok(list(issues))))
                .or(() -> on("/repos/o/r/issues/(\\d+)", path)
                        .map(m -> method.equals("PATCH")
                                ? changed(issues, Long.parseLong(m.group(1)), given)
                                : pull(Integer.parseInt(m.group(1)))))
                .or(() -> on("/repos/o/r/issues/(\\d+)/comments", path)
                        .map(m -> method.equals("POST")
                                ? created(
                                        comments,
                                        comment(login, given.path("body").asText(), Integer.parseInt(m.group(1))))
                                : ok(list(comments))))
                .or(() -> on("/repos/o/r/issues/comments/(\\d+)", path)
                        .map(m -> method.equals("DELETE")
                                ? deleted(Long.parseLong(m.group(1)))
                                : changed(comments, Long.parseLong(m.group(1)), given)))
                .or(() -> on("/repos/o/r/check-runs", path).map(m -> created(checks, check(given))))
                .or(() -> on("/repos/o/r/check-runs/(\\d+)", path)
                        .map(m -> changed(checks, Long.parseLong(m.group(1)), given)))
                .or(() -> on("/repos/o/r/commits/([^/]+)/check-runs", path)
                        .map(m -> ok(checks(m.group(1), query.getOrDefault("check_name", "")))))
                .orElseGet(() -> new Answer(404, Optional.of(message("Not Found"))));
    }

    private static Optional<Matcher> on(String pattern, String path) {
        Matcher matcher = Pattern.compile(pattern).matcher(path);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static Answer ok(JsonNode body) {
        return new Answer(200, Optional.of(body));
    }

    private static ObjectNode message(String text) {
        return JSON.createObjectNode().put("message", text);
    }

    private long add(Map<Long, ObjectNode> all, ObjectNode one) {
        long id = next++;
        one.put("id", id);
        one.put("html_url", "https://github.com/o/r/" + id);
        all.put(id, one);
        return id;
    }

    private Answer created(Map<Long, ObjectNode> all, ObjectNode one) {
        add(all, one);
        if (all == issues) {
            one.put("number", one.path("id").asLong());
        }
        return new Answer(201, Optional.of(one));
    }

    private static Answer changed(Map<Long, ObjectNode> all, long id, JsonNode given) {
        ObjectNode one = all.get(id);
        if (one == null) {
            return new Answer(404, Optional.of(message("Not Found")));
        }
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            if (field.getKey().equals("output") && one.path("output").has("annotations")) {
                ArrayNode annotations = ((ObjectNode) one.path("output")).withArray("annotations");
                field.getValue().path("annotations").forEach(annotations::add);
            } else {
                one.set(field.getKey(), field.getValue());
            }
        }
        return ok(one);
    }

    private Answer deleted(long id) {
        return comments.remove(id) == null
                ? new Answer(404, Optional.of(message("Not Found")))
                : new Answer(204, Optional.empty());
    }

    private static ArrayNode list(Map<?, ObjectNode> all) {
        ArrayNode list = JSON.createArrayNode();
        all.values().stream()
                .filter(one -> !one.path("state").asText("open").equals("closed"))
                .forEach(list::add);
        return list;
    }

    private ArrayNode pulls(Map<String, String> query) {
        ArrayNode list = JSON.createArrayNode();
        Optional<String> head = Optional.ofNullable(query.get("head"));
        pulls.values().stream()
                .filter(one -> head.isEmpty()
                        || head.get().equals(one.path("head").path("label").asText()))
                .filter(one -> one.path("state").asText().equals("open"))
                .forEach(list::add);
        return list;
    }

    private Answer pull(int number) {
        return pulls.containsKey(number)
                ? ok(JSON.createObjectNode()
                        .put("id", number)
                        .put("number", number)
                        .put("state", "open"))
                : new Answer(404, Optional.of(message("Not Found")));
    }

    private Answer contents(String path, String commit) {
        JsonNode entry = entries.get(path + "@" + commit);
        if (entry != null) {
            return ok(entry);
        }
        String text = files.get(path + "@" + commit);
        if (text == null) {
            return new Answer(404, Optional.of(message("Not Found")));
        }
        return ok(JSON.createObjectNode()
                .put("type", "file")
                .put("encoding", "base64")
                .put("name", path)
                .put("path", path)
                .put("size", text.length())
                .put("content", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .put("url", address() + "/repos/o/r/contents/" + path + "?ref=" + commit));
    }

    private ObjectNode checks(String commit, String name) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode list = page.putArray("check_runs");
        checks.values().forEach(one -> one.withObject("/output")
                .put("annotations_count", one.path("output").path("annotations").size()));
        checks.values().stream()
                .filter(one -> one.path("head_sha").asText().equals(commit)
                        && (name.isEmpty() || one.path("name").asText().equals(name)))
                .forEach(list::add);
        return page.put("total_count", list.size());
    }

    private ObjectNode comment(String author, String body, int issue) {
        ObjectNode comment = JSON.createObjectNode();
        comment.put("body", body);
        comment.put("issue_url", address() + "/repos/o/r/issues/" + issue);
        comment.putObject("user").put("login", author).put("id", 41);
        return comment;
    }

    private ObjectNode issue(JsonNode given) {
        ObjectNode issue = given.deepCopy();
        issue.remove("labels");
        issue.put("state", "open");
        issue.putObject("user").put("login", login).put("id", 41);
        return issue;
    }

    private static ObjectNode check(JsonNode given) {
        return given.deepCopy();
    }

    private static JsonNode given(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
            query.put(
                    pair.replaceFirst("=.*", ""),
                    URLDecoder.decode(pair.replaceFirst("^[^=]*=?", ""), StandardCharsets.UTF_8));
        }
        return query;
    }
}
