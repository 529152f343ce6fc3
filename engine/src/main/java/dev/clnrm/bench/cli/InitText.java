package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.VisibleText;
import dev.clnrm.bench.init.Setup;
import dev.clnrm.bench.init.Setup.Found;
import dev.clnrm.bench.init.Setup.Missing;
import dev.clnrm.bench.init.WrittenFile;
import dev.clnrm.bench.init.WrittenFile.Outcome;
import dev.clnrm.bench.report.CommandText;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Text about what {@code init} found and wrote.
 *
 * @param project the project's folder, as the user named it
 * @param dry whether this was a dry run that wrote nothing
 */
record InitText(Setup setup, Path project, boolean dry) {
    String text() {
        StringBuilder text = new StringBuilder();
        if (!setup.found().isEmpty()) {
            text.append("found\n");
            setup.found().forEach(one -> text.append(line(one)));
        }
        if (!setup.missing().isEmpty()) {
            text.append("check\n");
            setup.missing().forEach(one -> text.append(line(one)));
        }
        text.append("files\n");
        setup.files().forEach(one -> text.append(line(one)));
        if (setup.files().isEmpty()) {
            text.append("  none: there is nothing to measure yet\n");
        }
        if (dry) {
            setup.files().stream().filter(InitText::isNew).forEach(one -> text.append("\n--- ")
                    .append(one.name())
                    .append('\n')
                    .append(one.text()));
        }
        setup.build().ifPresent(build -> text.append('\n').append(next(build)));
        return text.toString();
    }

    private String next(String build) {
        String folder = project.toString().isEmpty() ? "" : "cd " + CommandText.quoted(project.toString()) + " && ";
        int running = Runtime.version().feature();
        return "next: " + (dry ? "clnrm-bench init without --dry-run, then\n      " : "")
                + (setup.jdk() > running
                        ? "set JAVA_HOME to JDK " + setup.jdk() + " or newer, because this is JDK " + running
                                + ", then\n      "
                        : "")
                + folder + build + " && clnrm-bench validate\n";
    }

    private static String line(Found one) {
        String where = one.readIn().isEmpty() ? "" : "   (" + VisibleText.text(one.readIn()) + ")";
        return String.format(Locale.ROOT, "  %-10s  %s%s\n", one.subject(), VisibleText.text(one.text()), where);
    }

    private static String line(Missing one) {
        String help = one.help().isEmpty() ? "" : "    help: " + VisibleText.text(one.help()) + "\n";
        return "  - " + VisibleText.text(one.text()) + "\n" + help;
    }

    private String line(WrittenFile one) {
        String what =
                switch (one.outcome()) {
                    case WRITTEN -> dry ? "would write" : "written";
                    case ADDED_TO -> dry ? "would add" : "added to";
                    case KEPT -> "kept";
                    case FAILED -> "failed";
                };
        String reason = one.reason().isEmpty() ? "" : ": " + VisibleText.text(one.reason());
        return String.format(Locale.ROOT, "  %-11s  %s%s\n", what, one.name(), reason);
    }

    private static boolean isNew(WrittenFile one) {
        return one.outcome() == Outcome.WRITTEN || one.outcome() == Outcome.ADDED_TO;
    }
}
