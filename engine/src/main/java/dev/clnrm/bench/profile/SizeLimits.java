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
 * The limits of a JVM for the size of a method's bytecode, as it reports them.
 *
 * @param limits in bytes; empty if it has none, or does not report them
 */
public record SizeLimits(Map<SizeLimit, Integer> limits) {
    private static final Pattern FLAG = Pattern.compile("\\s*\\w+\\s+(\\w+)\\s*:?=\\s*(\\w+)\\s.*");

    /** The huge-method limit. No release of HotSpot allows to change it, so none prints it. A flag shows whether it applies. */
    private static final int HUGE = 8000;

    private static final String HOLDS = "DontCompileHugeMethods";

    /** The flag of another compiler, which has other limits. */
    private static final String OTHER_COMPILER = "UseJVMCICompiler";

    public SizeLimits {
        limits = Collections.unmodifiableMap(limits.isEmpty() ? Map.of() : new EnumMap<>(limits));
    }

    /** The limits of a JVM started this way. It runs no user code. */
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

    /** The limits in the flags that a JVM prints. */
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

    /** The largest limit between two sizes: the first size is within it, the second is not. */
    public Optional<SizeLimit> crossed(int before, int after) {
        return limits.keySet().stream()
                .filter(limit -> before <= bytes(limit) && bytes(limit) < after)
                .reduce((smaller, larger) -> larger);
    }

    /** The value of a limit, in bytes. */
    public int bytes(SizeLimit limit) {
        return limits.getOrDefault(limit, Integer.MAX_VALUE);
    }
}
