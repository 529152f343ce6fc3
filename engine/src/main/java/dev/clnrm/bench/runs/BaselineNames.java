package dev.clnrm.bench.runs;

import dev.clnrm.bench.plan.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of baselines on several platforms. A run saved as {@code main} is also saved as {@code main.9f8a7c6b}, where the digits stand for system,
 * architecture, processor and release of the JDK. So {@code main} is the run saved last, and each platform has its own.
 */
public final class BaselineNames {
    /** How many characters a name has at most, so that the longer one is a name too. */
    public static final int LONGEST = 91;

    private static final int DIGITS = 8;
    private static final Pattern OF_PLATFORM = Pattern.compile("(.+)\\.[0-9a-f]{" + DIGITS + "}");

    private BaselineNames() {}

    /** What a baseline is called on the platform of a run. */
    public static String of(String name, RunManifest run) {
        return name + "." + new Sha256().add(PlatformNames.key(run)).hex().substring(0, DIGITS);
    }

    /** The names that people gave. */
    public static List<String> plain(Collection<String> all) {
        return all.stream().filter(name -> !isOfPlatform(name, all)).toList();
    }

    /** How many platforms a baseline was saved on. */
    public static int platforms(String name, Collection<String> all) {
        return (int) all.stream()
                .filter(one -> one.startsWith(name + ".")
                        && one.length() == name.length() + 1 + DIGITS
                        && isOfPlatform(one, all))
                .count();
    }

    private static boolean isOfPlatform(String name, Collection<String> all) {
        Matcher parts = OF_PLATFORM.matcher(name);
        return parts.matches() && all.contains(parts.group(1));
    }
}
