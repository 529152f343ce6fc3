package dev.clnrm.bench.init;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the files in which projects name the JDK of their development. */
final class JdkFiles {
    private static final String NUMBER = "[^\"'\\n0-9]{0,40}(?:1\\.)?([0-9]{1,3})\\b";

    /** The files of version managers, with the pattern of the JDK's version in each. */
    private static final Map<String, Pattern> MANAGERS = new LinkedHashMap<>();

    private static final String WORKFLOWS = ".github/workflows";
    private static final Pattern WORKFLOW = Pattern.compile("(?m)^\\s{0,60}java-version:(.*)$");
    private static final Pattern MATRIX =
            Pattern.compile("\\s*\\$\\{\\{\\s{0,9}matrix\\.([A-Za-z0-9_-]{1,60})\\s{0,9}}}\\s*(#.*)?");
    private static final String LIST = ":\\s{0,60}(\\[[^\\]]{0,300}]|(?:-[^\\n]{1,60}\\s{0,60})++)";
    private static final Pattern ONE_VERSION = Pattern.compile("\\s*[\"']?([0-9]{1,3})[\"']?\\s*(#.*)?");

    static {
        Pattern mise = Pattern.compile("(?m)^java\\s{0,20}=\\s{0,20}[\"']" + NUMBER);
        MANAGERS.put("mise.toml", mise);
        MANAGERS.put(".mise.toml", mise);
        MANAGERS.put(".sdkmanrc", Pattern.compile("(?m)^java\\s{0,20}=" + NUMBER));
        MANAGERS.put(".tool-versions", Pattern.compile("(?m)^java\\s{1,20}" + NUMBER));
        MANAGERS.put(".java-version", Pattern.compile("^" + NUMBER));
    }

    private JdkFiles() {}

    /** The JDK that a version manager's file names; else the JDK that all workflows set up. */
    static Optional<RequiredJdk> jdk(ProjectFiles files) {
        return MANAGERS.entrySet().stream()
                .flatMap(one -> files.nearest(one.getKey()).stream()
                        .flatMap(file -> groups(files.text(file).orElse(""), one.getValue())
                                .map(number -> new RequiredJdk(Integer.parseInt(number), file))))
                .findFirst()
                .or(() -> ofWorkflows(files));
    }

    /** The version that all workflows set up; empty if they differ, or if one has a list or another expression than a matrix. */
    private static Optional<RequiredJdk> ofWorkflows(ProjectFiles files) {
        Map<String, String> values = new LinkedHashMap<>();
        files.in(files.top() + WORKFLOWS).stream()
                .filter(file -> file.endsWith(".yml") || file.endsWith(".yaml"))
                .forEach(file -> {
                    String text = files.text(file).orElse("");
                    groups(text, WORKFLOW).forEach(value -> values.putIfAbsent(version(text, value), file));
                });
        return values.size() == 1 && !values.containsKey("")
                ? values.entrySet().stream()
                        .map(one -> new RequiredJdk(Integer.parseInt(one.getKey()), one.getValue()))
                        .findFirst()
                : Optional.empty();
    }

    private static String version(String workflow, String value) {
        Matcher matrix = MATRIX.matcher(value);
        return matrix.matches() ? oldest(workflow, matrix.group(1)) : number(value);
    }

    /** The oldest version in a list of a matrix, whose jobs show that the project builds with each; empty if one is unknown. */
    private static String oldest(String workflow, String list) {
        return groups(workflow, Pattern.compile("(?m)^\\s{0,60}" + Pattern.quote(list) + LIST))
                .flatMap(items -> Arrays.stream(items.split("[\\[\\],\n]")))
                .map(item -> item.strip().replaceFirst("^-\\s*", ""))
                .filter(item -> !item.isEmpty())
                .map(JdkFiles::number)
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    private static String number(String value) {
        Matcher one = ONE_VERSION.matcher(value);
        return one.matches() ? one.group(1) : "";
    }

    private static Stream<String> groups(String text, Pattern pattern) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }
}
