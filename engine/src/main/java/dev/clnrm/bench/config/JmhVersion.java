package dev.clnrm.bench.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of JMH on a class path. It decides how lists of benchmarks contain parameter values, and which compiler options forks need,
 * so benchmarks of an unknown version are not measured.
 */
public final class JmhVersion {
    /** The file in which jmh-core stores its version. */
    private static final String PROPERTIES = "jmh.properties";

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+.*");

    private static final Pattern MINOR = Pattern.compile("1[.-](\\d{1,4})([.-].*)?");

    private JmhVersion() {}

    /** The second number of a version that begins with 1: 37 for 1.37. Empty for another version. */
    public static OptionalInt minor(String version) {
        Matcher found = MINOR.matcher(version);
        return found.matches() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    /**
     * The version, such as 1.37.
     *
     * @throws SuiteLoader.CannotLoad if the version is unknown
     */
    public static String of(ClassPath classPath) throws SuiteLoader.CannotLoad {
        for (byte[] content : classPath.resources(PROPERTIES)) {
            String version = read(content);
            if (VERSION.matcher(version).matches()) {
                return version;
            }
            throw new SuiteLoader.CannotLoad(
                    "the version of JMH is unknown: the first " + PROPERTIES + " of its class path names none",
                    "let jmh-core come first, or remove the other " + PROPERTIES + " from it");
        }
        throw new SuiteLoader.CannotLoad(
                "the version of JMH is unknown: no jar or folder of its class path has " + PROPERTIES
                        + ", which is in jmh-core",
                "pack jmh-core into the jar, or put it on the class path");
    }

    private static String read(byte[] content) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(content, StandardCharsets.ISO_8859_1)));
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
        return properties.getProperty("jmh.version", "");
    }
}
