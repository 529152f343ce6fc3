package dev.clnrm.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Results as the XML that JUnit's readers know: one test each. */
final class Junit {
    private final String name;
    private final List<Test> tests = new ArrayList<>();

    Junit(String name) {
        this.name = name;
    }

    /** How a test ended. */
    enum Kind {
        PASSED,
        FAILED,
        /** It has no result. */
        ERROR,
        /** Nothing is said about it. */
        SKIPPED
    }

    private record Test(String group, String name, Kind kind, String message) {}

    /**
     * Adds a test.
     *
     * @param group what stands for its class
     * @param message why it did not pass; nothing for one that did
     */
    void add(String group, String test, Kind kind, String message) {
        tests.add(new Test(group, test, kind, message));
    }

    String render() {
        StringBuilder out = new StringBuilder();
        String counts = " tests=\"" + tests.size() + "\" failures=\"" + count(Kind.FAILED) + "\" errors=\""
                + count(Kind.ERROR) + "\" skipped=\"" + count(Kind.SKIPPED) + "\"";
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuites").append(counts).append(">\n");
        out.append("  <testsuite name=\"")
                .append(escaped(name))
                .append('"')
                .append(counts)
                .append(">\n");
        tests.forEach(test -> test(out, test));
        return out.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private long count(Kind kind) {
        return tests.stream().filter(test -> test.kind == kind).count();
    }

    private static void test(StringBuilder out, Test test) {
        out.append("    <testcase classname=\"")
                .append(escaped(test.group))
                .append("\" name=\"")
                .append(escaped(test.name))
                .append('"');
        String element =
                switch (test.kind) {
                    case PASSED -> "";
                    case FAILED -> "failure";
                    case ERROR -> "error";
                    case SKIPPED -> "skipped";
                };
        if (element.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append(">\n");
        out.append("      <")
                .append(element)
                .append(" message=\"")
                .append(escaped(test.message))
                .append("\"/>\n");
        out.append("    </testcase>\n");
    }

    /** Inert text as XML holds it; what XML 1.0 cannot hold is no more in inert text, but for its last two code points of a plane. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        Inert.text(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                case 0xfffe, 0xffff -> out.append('\ufffd');
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
