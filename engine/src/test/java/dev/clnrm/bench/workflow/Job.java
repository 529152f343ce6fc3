package dev.clnrm.bench.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Executes the steps of one job on one machine. */
final class Job {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String OWN = "clnrm/bench-action";

    /** An output as a step says it, on one line or between two lines with the same word. */
    private static final Pattern OUTPUT = Pattern.compile("(?ms)^([\\w-]+)(?:=(.*?)$|<<(\\w+)\\n(.*?)\\n\\3$)");

    private final WorkflowRun.Site site;
    private final Machine machine;
    private final Occurrence occurrence;
    private final int number;
    private final String name;
    private final ObjectNode context;
    private final List<Step> done = new ArrayList<>();
    private final List<Map<String, String>> saved = new ArrayList<>();
    private int count;

    Job(WorkflowRun.Site site, Machine machine, Occurrence occurrence, int number, String name, ObjectNode context) {
        this.site = site;
        this.machine = machine;
        this.occurrence = occurrence;
        this.number = number;
        this.name = name;
        this.context = context;
    }

    /** Whether no step failed. */
    boolean well() {
        return context.path("job").path("status").asText().equals("success");
    }

    /** Executes the steps, and gives those with the action. */
    List<Step> run(JsonNode environment, JsonNode declared) throws IOException, InterruptedException {
        context.putObject("runner").put("temp", machine.temporary().toString()).put("os", "Linux");
        Files.writeString(machine.event(), occurrence.payload().toString());
        machine.giveToRunner();
        for (JsonNode step : declared.path("steps")) {
            if (!Expression.holds(step.path("if").asText(), context)) {
                continue;
            }
            Map<String, String> variables = new TreeMap<>(filled(environment, context));
            variables.putAll(filled(declared.path("env"), context));
            variables.putAll(filled(step.path("env"), context));
            if (step(step, variables) != 0) {
                ((ObjectNode) context.path("job")).put("status", "failure");
            }
        }
        for (Map<String, String> with : saved) {
            site.actions().save(with, machine);
        }
        return done;
    }

    private int step(JsonNode step, Map<String, String> variables) throws IOException, InterruptedException {
        Path output = Files.writeString(machine.commands().resolve("output-" + ++count), "");
        Path summary = Files.writeString(machine.commands().resolve("summary-" + count), "");
        Path log = machine.folder().resolve("log-" + count);
        Map<String, String> all = new TreeMap<>(usual());
        all.putAll(Map.of("GITHUB_OUTPUT", output.toString(), "GITHUB_STEP_SUMMARY", summary.toString()));
        for (String file : List.of("env", "path")) {
            Path one = Files.writeString(machine.commands().resolve(file + "-" + count), "");
            all.put("GITHUB_" + file.toUpperCase(Locale.ROOT), one.toString());
        }
        all.putAll(variables);
        machine.giveToRunner();
        Map<String, String> with = filled(step.path("with"), context);
        String uses = step.path("uses").asText();
        int exit = 0;
        Map<String, String> outputs = new LinkedHashMap<>();
        if (uses.isEmpty()) {
            exit = machine.shell(Expression.filled(step.path("run").asText(), context), all, log);
        } else if (uses.startsWith("actions/")) {
            outputs.putAll(site.actions().done(uses.replaceFirst("@.*", ""), with, occurrence.commit(), machine));
            if (uses.startsWith("actions/cache@")) {
                saved.add(with);
            }
        } else {
            exit = own(uses, with, all, log);
        }
        Matcher said = OUTPUT.matcher(Files.readString(output));
        while (said.find()) {
            outputs.put(said.group(1), said.group(2) == null ? said.group(4) : said.group(2));
        }
        if (!step.path("id").asText().isEmpty()) {
            ObjectNode values = ((ObjectNode) context.path("steps"))
                    .putObject(step.path("id").asText())
                    .putObject("outputs");
            outputs.forEach(values::put);
        }
        if (!uses.isEmpty() && !uses.startsWith("actions/")) {
            String mode = with.getOrDefault("mode", "all");
            done.add(new Step(name, mode, exit, outputs, (int) Files.size(summary), log, machine));
        } else if (exit != 0) {
            System.out.print(Files.readString(log)
                    .lines()
                    .map(line -> "    " + line + "\n")
                    .reduce("", String::concat));
        }
        return exit;
    }

    /** The action: the image that was built, the one of a folder of the repository, or the program on this machine. */
    private int own(String uses, Map<String, String> with, Map<String, String> variables, Path log)
            throws IOException, InterruptedException {
        boolean host = uses.startsWith(OWN + "/host@");
        boolean local = uses.startsWith("./.");
        if (!host && !local && !uses.equals("./") && !uses.startsWith(OWN + "@")) {
            throw new IllegalArgumentException("no stand-in for the action " + uses);
        }
        Path program = site.work().resolve("program/host");
        Path folder = local ? machine.workspace().resolve(uses) : host ? program : site.root();
        JsonNode action = YAML.readTree(folder.resolve("action.yml").toFile());
        ObjectNode inputs = YAML.createObjectNode();
        action.path("inputs")
                .properties()
                .forEach(input -> inputs.put(
                        input.getKey(), input.getValue().path("default").asText()));
        with.forEach(inputs::put);
        if (host) {
            // Its first step builds the program, which is built already.
            JsonNode measure = action.path("runs").path("steps").get(1);
            ObjectNode own = context.deepCopy();
            own.set("inputs", inputs);
            ((ObjectNode) own.path("github")).put("action_path", folder.toString());
            variables.putAll(filled(measure.path("env"), own));
            return machine.shell(measure.path("run").asText(), variables, log);
        }
        inputs.properties()
                .forEach(input -> variables.put(
                        "INPUT_" + input.getKey().toUpperCase(Locale.ROOT).replace(' ', '_'),
                        input.getValue().asText()));
        String image = site.image();
        if (local) {
            image = "clnrm-bench-local-" + number;
            machine.build(folder, image, machine.folder().resolve("image.log"));
        }
        return machine.container(image, variables, log);
    }

    private Map<String, String> usual() {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "CI", "true",
                "GITHUB_ACTIONS", "true",
                "GITHUB_EVENT_NAME", occurrence.event(),
                "GITHUB_SHA", occurrence.commit(),
                "GITHUB_REF", occurrence.ref(),
                "GITHUB_REPOSITORY", "o/r",
                "GITHUB_API_URL", site.api().toString(),
                "GITHUB_SERVER_URL", "https://github.com",
                "GITHUB_RUN_ID", Integer.toString(4700 + number),
                "GITHUB_RUN_NUMBER", Integer.toString(number)));
        variables.putAll(Map.of(
                "GITHUB_RUN_ATTEMPT", "1",
                "GITHUB_JOB", name,
                "GITHUB_WORKSPACE", machine.workspace().toString(),
                "GITHUB_EVENT_PATH", machine.event().toString(),
                "RUNNER_TEMP", machine.temporary().toString(),
                "RUNNER_OS", "Linux",
                "ACTIONS_RUNTIME_TOKEN", "secret-of-the-runtime",
                // The JDK of the host, which no container has.
                "JAVA_HOME", System.getProperty("java.home"),
                "HOME", machine.folder().toString(),
                "PATH", System.getenv("PATH")));
        return variables;
    }

    private static Map<String, String> filled(JsonNode texts, JsonNode context) {
        Map<String, String> filled = new TreeMap<>();
        texts.properties()
                .forEach(text -> filled.put(
                        text.getKey(), Expression.filled(text.getValue().asText(), context)));
        return filled;
    }
}
