package dev.clnrm.bench.init;

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
                .flatMap(one -> groups(files, one.getKey(), one.getValue())
                        .map(number -> new RequiredJdk(Integer.parseInt(number), one.getKey())))
                .findFirst()
                .or(() -> ofWorkflows(files));
    }

    /** The version that all workflows set up; empty if they differ, or if one has a list or an expression, which means several versions. */
    private static Optional<RequiredJdk> ofWorkflows(ProjectFiles files) {
        Map<String, String> values = new LinkedHashMap<>();
        files.in(WORKFLOWS).stream()
                .filter(file -> file.endsWith(".yml") || file.endsWith(".yaml"))
                .forEach(file ->
                        groups(files, file, WORKFLOW).forEach(value -> values.putIfAbsent(number(value), file)));
        return values.size() == 1 && !values.containsKey("")
                ? values.entrySet().stream()
                        .map(one -> new RequiredJdk(Integer.parseInt(one.getKey()), one.getValue()))
                        .findFirst()
                : Optional.empty();
    }

    private static String number(String value) {
        Matcher one = ONE_VERSION.matcher(value);
        return one.matches() ? one.group(1) : "";
    }

    private static Stream<String> groups(ProjectFiles files, String file, Pattern pattern) {
        return files.text(file).stream()
                .flatMap(text -> pattern.matcher(text).results().map(found -> found.group(1)));
    }
}
