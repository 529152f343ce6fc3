package dev.clnrm.bench.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Executes the jobs of one workflow for one event, one after the other. */
final class WorkflowRun {
    /**
     * What all runs share.
     *
     * @param work a folder for the machines; {@code program} in it is this program for a user who may not see its own folder
     * @param image the action's image
     * @param docker whether Docker runs it
     * @param api the stand-in of GitHub's API
     * @param root the folder of this program
     * @param actions what other actions do
     */
    record Site(Path work, String image, boolean docker, URI api, Path root, StandInActions actions) {}

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Site site;
    private final JsonNode workflow;
    private final Occurrence occurrence;
    private final int number;
    private final ObjectNode needs = YAML.createObjectNode();
    private final List<Step> steps = new ArrayList<>();

    private WorkflowRun(Site site, JsonNode workflow, Occurrence occurrence, int number) {
        this.site = site;
        this.workflow = workflow;
        this.occurrence = occurrence;
        this.number = number;
    }

    /**
     * Executes a workflow.
     *
     * @param number the number of the run
     * @return the steps with the action
     */
    static List<Step> of(Site site, Path file, Occurrence occurrence, int number)
            throws IOException, InterruptedException {
        JsonNode workflow = YAML.readTree(file.toFile());
        JsonNode on = workflow.path("on");
        String event = occurrence.event();
        boolean starts = on.isTextual()
                ? on.asText().equals(event)
                : on.has(event)
                        || StreamSupport.stream(on.spliterator(), false)
                                .anyMatch(one -> one.asText().equals(event));
        if (!starts) {
            throw new IllegalArgumentException(file + " does not start on " + event);
        }
        WorkflowRun run = new WorkflowRun(site, workflow, occurrence, number);
        for (Map.Entry<String, JsonNode> job : workflow.path("jobs").properties()) {
            run.job(job.getKey(), job.getValue());
        }
        return run.steps;
    }

    private void job(String name, JsonNode declared) throws IOException, InterruptedException {
        ObjectNode context = context();
        List<String> results = declared.path("needs").isTextual()
                ? List.of(result(declared.path("needs").asText()))
                : StreamSupport.stream(declared.path("needs").spliterator(), false)
                        .map(one -> result(one.asText()))
                        .toList();
        String before = Stream.of("failure", "skipped")
                .filter(results::contains)
                .findFirst()
                .orElse("success");
        context.putObject("job").put("status", before);
        ObjectNode done = needs.putObject(name);
        if (!Expression.holds(declared.path("if").asText(), context)) {
            done.put("result", "skipped");
            return;
        }
        List<ObjectNode> matrix = matrix(declared.path("strategy").path("matrix"));
        done.put("result", "success");
        for (int at = 0; at < matrix.size(); at++) {
            ObjectNode own = context.deepCopy();
            own.set("matrix", matrix.get(at));
            own.putObject("job").put("status", "success");
            Machine machine =
                    Machine.fresh(site.work().resolve("run-" + number + "-" + name + "-" + at), site.docker());
            Job job = new Job(site, machine, occurrence, number, name, own);
            steps.addAll(job.run(workflow.path("env"), declared));
            if (!job.well()) {
                done.put("result", "failure");
            }
            ObjectNode outputs = done.putObject("outputs");
            declared.path("outputs")
                    .properties()
                    .forEach(output -> outputs.put(
                            output.getKey(), Expression.filled(output.getValue().asText(), own)));
        }
    }

    private String result(String job) {
        return needs.path(job).path("result").asText();
    }

    private ObjectNode context() {
        ObjectNode context = YAML.createObjectNode();
        ObjectNode github = context.putObject("github");
        github.put("event_name", occurrence.event())
                .put("sha", occurrence.commit())
                .put("ref", occurrence.ref())
                .put("ref_name", occurrence.ref().replaceFirst("^refs/heads/", ""))
                .put("run_id", 4700 + number)
                .put("run_attempt", 1)
                .put("token", "a-token")
                .put("repository", "o/r");
        github.set("event", occurrence.payload());
        context.set("needs", needs);
        context.putObject("vars");
        context.putObject("steps");
        return context;
    }

    /** One set of values for each job: those of `include`, or all combinations of lists. */
    private static List<ObjectNode> matrix(JsonNode declared) {
        if (declared.has("include")) {
            List<ObjectNode> all = new ArrayList<>();
            declared.path("include").forEach(one -> all.add(one.deepCopy()));
            return all;
        }
        List<ObjectNode> all = List.of(YAML.createObjectNode());
        for (Map.Entry<String, JsonNode> values : declared.properties()) {
            List<ObjectNode> more = new ArrayList<>();
            for (ObjectNode one : all) {
                values.getValue().forEach(value -> {
                    ObjectNode with = one.deepCopy();
                    with.set(values.getKey(), value);
                    more.add(with);
                });
            }
            all = more;
        }
        return all;
    }
}
