package dev.clnrm.bench.os;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment variables that another program may see: only those it needs, because any other may be a secret.
 *
 * @param names their names; one that ends in {@code *} stands for all names with that prefix
 */
public record PassedVariables(Set<String> names) {
    /** The variables that every program needs. */
    public static final PassedVariables PROGRAM = of("PATH LANG LC_ALL TZ SystemRoot");

    /** The variables that git needs to find its settings. Variables that point it to another repository are excluded. */
    public static final PassedVariables GIT =
            of("PATH HOME XDG_CONFIG_HOME GIT_CONFIG_GLOBAL TMPDIR SYSTEMROOT USERPROFILE");

    /** The additional variables that git needs to reach another machine. */
    public static final PassedVariables GIT_REMOTE = of("""
            SSH_AUTH_SOCK GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS SSH_ASKPASS
            http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY
            SSL_CERT_FILE SSL_CERT_DIR GIT_SSL_CAINFO""");

    /** The variables with the tools, caches and proxy of a build. A build may be untrusted code. */
    public static final PassedVariables BUILD = of("""
            PATH HOME USER LANG LC_ALL LC_CTYPE TZ TMPDIR SHELL CI XDG_CACHE_HOME
            JAVA_HOME JAVA_HOME_* JDK_HOME JAVA_TOOL_OPTIONS
            MAVEN_HOME M2_HOME MAVEN_OPTS MAVEN_ARGS MAVEN_USER_HOME MVNW_REPOURL
            GRADLE_HOME GRADLE_OPTS GRADLE_USER_HOME GRADLE_RO_DEP_CACHE SBT_OPTS COURSIER_CACHE
            http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY SSL_CERT_FILE SSL_CERT_DIR""");

    /** The variables that this program needs if it measures as another user. */
    public static final PassedVariables STEP =
            of("PATH LANG LC_ALL TZ JAVA_HOME JAVA_HOME_* MAVEN_OPTS GRADLE_OPTS CI");

    public PassedVariables {
        names = Set.copyOf(names);
    }

    private static PassedVariables of(String names) {
        return new PassedVariables(Set.of(names.split("\\s+")));
    }

    /** Those variables that are set. */
    public Map<String, String> in(Map<String, String> environment) {
        Map<String, String> visible = new TreeMap<>(environment);
        visible.keySet().removeIf(variable -> names.stream().noneMatch(name -> matches(name, variable)));
        return visible;
    }

    private static boolean matches(String name, String variable) {
        return name.endsWith("*") ? variable.startsWith(name.substring(0, name.length() - 1)) : variable.equals(name);
    }
}
