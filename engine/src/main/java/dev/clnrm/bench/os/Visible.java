package dev.clnrm.bench.os;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The environment variables of this program that another one sees: those it needs, because any other may be a secret. */
public enum Visible {
    /** What every program needs. */
    PROGRAM("PATH", "LANG", "LC_ALL", "TZ", "SystemRoot"),

    /** What git needs to find its settings; what points it to another repository is left out. */
    GIT("PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "TMPDIR", "SYSTEMROOT", "USERPROFILE"),

    /** What finds the tools, caches and proxy of a build, which may be anybody's code. */
    BUILD(
            "PATH",
            "HOME",
            "USER",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR",
            "SHELL",
            "CI",
            "JAVA_HOME",
            "JDK_HOME",
            "JAVA_TOOL_OPTIONS",
            "MAVEN_HOME",
            "M2_HOME",
            "MAVEN_OPTS",
            "MAVEN_ARGS",
            "MAVEN_USER_HOME",
            "MVNW_REPOURL",
            "GRADLE_HOME",
            "GRADLE_OPTS",
            "GRADLE_USER_HOME",
            "SBT_OPTS",
            "COURSIER_CACHE",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR") {
        @Override
        boolean includes(String variable) {
            return super.includes(variable) || variable.startsWith("JAVA_HOME_");
        }
    },

    /** What this program needs if it measures as another user. */
    STEP("PATH", "LANG", "LC_ALL", "TZ", "JAVA_HOME", "MAVEN_OPTS", "GRADLE_OPTS", "CI");

    private final Set<String> names;

    Visible(String... names) {
        this.names = Set.of(names);
    }

    boolean includes(String variable) {
        return names.contains(variable);
    }

    /** Those variables, as far as they are set. */
    public Map<String, String> of(Map<String, String> environment) {
        Map<String, String> visible = new TreeMap<>(environment);
        visible.keySet().removeIf(name -> !includes(name));
        return visible;
    }
}
