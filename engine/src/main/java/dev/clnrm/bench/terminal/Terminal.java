package dev.clnrm.bench.terminal;

import dev.clnrm.bench.report.Palette;
import dev.clnrm.bench.report.Style;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;

/** Standard output and standard error: results on the one, everything else on the other. Always UTF-8, always line feeds. */
public final class Terminal {
    /** The narrowest terminal in common use: a live line that wraps cannot be drawn over. */
    private static final int LIVE_WIDTH = 80;

    private final PrintStream out;
    private final PrintStream err;
    private final Kind kind;
    private final Color color;
    private final Map<String, String> environment;
    private final LongSupplier nanos;

    /**
     * What the two streams are.
     *
     * @param out whether standard output is a terminal
     * @param err whether standard error is a terminal
     */
    record Kind(boolean out, boolean err) {}

    Terminal(
            PrintStream out,
            PrintStream err,
            Kind kind,
            Color color,
            Map<String, String> environment,
            LongSupplier nanos) {
        this.out = out;
        this.err = err;
        this.kind = kind;
        this.color = color;
        this.environment = Map.copyOf(environment);
        this.nanos = nanos;
    }

    /** The streams this process was started with. */
    public static Terminal ofThisProcess(Color color, Map<String, String> environment) {
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                new Kind(isTerminal(1), isTerminal(2)),
                color,
                environment,
                System::nanoTime);
    }

    /** Prints a result: to standard output, as it is. */
    public void print(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints a message: to standard error, as it is. */
    public void say(String text) {
        err.print(text);
        err.flush();
    }

    /** How results look. */
    public Style style() {
        return new Style(columns(Style.WIDTH), palette(kind.out));
    }

    /** The colours of messages. */
    public Palette messages() {
        return palette(kind.err);
    }

    /** How progress is shown: live on a terminal, in plain lines elsewhere. */
    public Progress progress() {
        ProgressLines lines = new ProgressLines(messages());
        boolean live = kind.err && !dumb() && !isSet("CI");
        return live ? new LiveProgress(err, lines, columns(LIVE_WIDTH), nanos) : new Progress(err, lines, nanos);
    }

    private Palette palette(boolean terminal) {
        return switch (color) {
            case ALWAYS -> Palette.ANSI;
            case NEVER -> Palette.NONE;
            case AUTO -> terminal && !dumb() && !isSet("NO_COLOR") ? Palette.ANSI : Palette.NONE;
        };
    }

    private boolean dumb() {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Whether a variable is there and not empty, as no-color.org has it. */
    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }

    private int columns(int otherwise) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : otherwise;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Linux says what each stream is; elsewhere there is a console when both input and output are one. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return isConsole();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // On 17 it is null; where it is not, it is asked.
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since 22 a console may not be a terminal; it says so itself.
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
