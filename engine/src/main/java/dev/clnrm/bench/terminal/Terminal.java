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

/** Standard output for results and standard error for everything else. Always UTF-8, always line feeds. */
public final class Terminal {
    /** The width of the live line: the narrowest terminal in common use, because a line that wraps cannot be redrawn. */
    private static final int LIVE_WIDTH = 80;

    private final PrintStream out;
    private final PrintStream err;
    private final Kind kind;
    private final Color color;
    private final Map<String, String> environment;
    private final LongSupplier nanos;

    /**
     * The kinds of the two streams.
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

    /** The streams of this process. */
    public static Terminal ofThisProcess(Color color, Map<String, String> environment) {
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                new Kind(isTerminal(1), isTerminal(2)),
                color,
                environment,
                System::nanoTime);
    }

    /** Prints a result to standard output, unchanged. */
    public void print(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints a message to standard error, unchanged. */
    public void say(String text) {
        err.print(text);
        err.flush();
    }

    /** The style of results. */
    public Style style() {
        return new Style(columns(Style.WIDTH), palette(kind.out));
    }

    /** The colours of messages. */
    public Palette messages() {
        return palette(kind.err);
    }

    /** The progress: live on a terminal, else in plain lines. */
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

    /** Whether a variable is set and not empty, as no-color.org defines it. */
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

    /**
     * Whether a stream is a terminal. Linux reports each stream; elsewhere there is a console only if both input and output are
     * terminals.
     */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return isConsole();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // On 17 the console is null if there is no terminal; later it must be asked.
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since 22 a console may not be a terminal; its method reports that.
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
