package dev.clnrm.bench.profile;

import dev.clnrm.bench.os.PassedVariables;
import dev.clnrm.bench.os.Program;
import dev.clnrm.bench.plan.Launch;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limits that a JVM has for the code of a method, as it says them itself.
 *
 * @param limits in bytes; empty if it has none, or does not say
 */
public record SizeLimits(Map<SizeLimit, Integer> limits) {
    private static final Pattern FLAG = Pattern.compile("\\s*\\w+\\s+(\\w+)\\s*:?=\\s*(\\w+)\\s.*");

    /** A limit that no release of HotSpot lets anybody change, so that none prints it. A flag says whether it holds. */
    private static final int HUGE = 8000;

    private static final String HOLDS = "DontCompileHugeMethods";

    /** Another compiler has other limits. */
    private static final String OTHER_COMPILER = "UseJVMCICompiler";

    public SizeLimits {
        limits = Collections.unmodifiableMap(limits.isEmpty() ? Map.of() : new EnumMap<>(limits));
    }

    /** Those of the JVM that is started in that way. It runs no code of the author's. */
    public static SizeLimits of(Launch launch, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launch.jvm().launcher().toString()));
        launch.jvmArgs().stream().filter(argument -> argument.startsWith("-X")).forEach(command::add);
        command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
        Process process = Program.of(command, launch.directory(), PassedVariables.PROGRAM.in(environment))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
            return printed(printed.lines().toList());
        } finally {
            Program.waitFor(process, seconds -> {});
        }
    }

    /** Those among the flags that a JVM prints. */
    static SizeLimits printed(List<String> lines) {
        Map<String, String> flags = new HashMap<>();
        lines.stream()
                .map(FLAG::matcher)
                .filter(Matcher::matches)
                .forEach(found -> flags.put(found.group(1), found.group(2)));
        Map<SizeLimit, Integer> limits = new EnumMap<>(SizeLimit.class);
        for (SizeLimit limit : SizeLimit.values()) {
            Optional.ofNullable(flags.get(limit.flag()))
                    .filter(value -> value.matches("\\d{1,9}"))
                    .ifPresent(value -> limits.put(limit, Integer.parseInt(value)));
        }
        if (Boolean.parseBoolean(flags.get(HOLDS))) {
            limits.putIfAbsent(SizeLimit.COMPILE, HUGE);
        } else {
            limits.remove(SizeLimit.COMPILE);
        }
        return new SizeLimits(Boolean.parseBoolean(flags.get(OTHER_COMPILER)) ? Map.of() : limits);
    }

    /** The largest limit between two sizes: the first kept it, the second does not. */
    public Optional<SizeLimit> crossed(int before, int after) {
        return limits.keySet().stream()
                .filter(limit -> before <= bytes(limit) && bytes(limit) < after)
                .reduce((smaller, larger) -> larger);
    }

    /** How many bytes a limit is. */
    public int bytes(SizeLimit limit) {
        return limits.getOrDefault(limit, Integer.MAX_VALUE);
    }
}
