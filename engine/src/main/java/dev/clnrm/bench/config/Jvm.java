package dev.clnrm.bench.config;

import dev.clnrm.bench.os.Listing;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A JDK or JRE on this machine.
 *
 * @param home its directory
 * @param version its full version, as in {@code 17.0.15}
 * @param vendor its vendor, from its {@code release} file; empty if the file does not name one
 */
public record Jvm(Path home, String version, String vendor) {
    /** The JVM that this program runs on. */
    public static Jvm own() {
        Path home = Path.of(System.getProperty("java.home"));
        return at(home).orElseGet(() ->
                new Jvm(home, System.getProperty("java.version", "0"), System.getProperty("java.vendor", "")));
    }

    /**
     * Finds the JVM that a declaration asks for.
     *
     * @param wanted a feature version such as {@code 17}, or a directory
     * @param environment this program's environment; its {@code JAVA_HOME…} variables are searched
     * @throws SuiteLoader.CannotLoad if there is none; the help lists the known JDKs
     */
    public static Jvm find(String wanted, Map<String, String> environment) throws SuiteLoader.CannotLoad {
        if (!isFeature(wanted)) {
            return at(wanted)
                    .orElseThrow(
                            () -> new SuiteLoader.CannotLoad("no JDK at `" + wanted + "`", "give the folder of a JDK"));
        }
        return known(wanted, environment)
                .orElseThrow(() -> new SuiteLoader.CannotLoad(
                        "no JDK " + wanted + " on this machine",
                        "found "
                                + known(environment).values().stream()
                                        .map(Jvm::version)
                                        .toList()
                                + "; set JAVA_HOME_" + wanted + "_X64, or give the folder of a JDK"));
    }

    /** The one a declaration asks for; empty if there is none. */
    static Optional<Jvm> known(String wanted, Map<String, String> environment) {
        return isFeature(wanted)
                ? known(environment).values().stream()
                        .filter(jvm -> Integer.toString(jvm.feature()).equals(wanted))
                        .findFirst()
                : at(wanted);
    }

    static boolean isFeature(String wanted) {
        return wanted.chars().allMatch(Character::isDigit) && !wanted.isEmpty();
    }

    /** The JVM of a launcher or of a link to a launcher; empty if it is unknown. */
    public static Optional<Jvm> of(Path launcher) {
        try {
            return Optional.ofNullable(launcher.toRealPath().resolveSibling("").getParent())
                    .flatMap(Jvm::at);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The feature version, such as 17; 0 if the version cannot be parsed. */
    public int feature() {
        String[] parts = version.split("[^0-9]+", -1);
        return parts[0].isEmpty()
                ? 0
                : Integer.parseInt(parts[0].equals("1") && parts.length > 1 ? parts[1] : parts[0]);
    }

    public Path launcher() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? "java.exe" : "java");
    }

    /** The variables with this JDK as {@code JAVA_HOME} and first on the {@code PATH}. */
    public Map<String, String> in(Map<String, String> variables) {
        Map<String, String> chosen = new TreeMap<>(variables);
        chosen.put("JAVA_HOME", home.toString());
        chosen.replace("JDK_HOME", home.toString());
        chosen.merge("PATH", home.resolve("bin").toString(), (path, bin) -> bin + File.pathSeparator + path);
        return chosen;
    }

    private static Map<Path, Jvm> known(Map<String, String> environment) {
        List<Path> homes = new ArrayList<>();
        Jvm own = own();
        homes.add(own.home());
        environment.forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME") && !value.isBlank()) {
                at(value).ifPresent(jvm -> homes.add(jvm.home()));
            }
        });
        homes.addAll(Listing.of(own.home().toAbsolutePath().resolveSibling("")));
        homes.addAll(Listing.of(Path.of("/usr/lib/jvm")));
        Map<Path, Jvm> known = new TreeMap<>();
        homes.stream().flatMap(home -> at(home).stream()).forEach(jvm -> known.putIfAbsent(jvm.home(), jvm));
        return known;
    }

    private static Optional<Jvm> at(String directory) {
        try {
            return at(Path.of(directory));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Jvm> at(Path directory) {
        Path release = directory.resolve("release");
        if (!Files.isRegularFile(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release, StandardCharsets.UTF_8)) {
            properties.load(reader);
            Path real = directory.toRealPath();
            Jvm jvm = new Jvm(real, unquoted(properties, "JAVA_VERSION"), unquoted(properties, "IMPLEMENTOR"));
            return Files.isExecutable(jvm.launcher()) ? Optional.of(jvm) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String unquoted(Properties properties, String key) {
        return properties.getProperty(key, "").replace("\"", "");
    }
}
