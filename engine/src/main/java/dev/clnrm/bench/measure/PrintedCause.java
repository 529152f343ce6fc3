package dev.clnrm.bench.measure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cause of a process's end, from its output.
 *
 * @param message the throwable with its message, or the JVM's message about its start
 * @param lines the lines from there on, without the frames that are the same in every benchmark
 */
record PrintedCause(String message, List<String> lines) {
    /** The JVM's line about the throwable that ended a thread. */
    private static final Pattern UNCAUGHT = Pattern.compile("Exception in thread \"[^\"]*\" (.+)");

    /** A throwable with its full name at the start of a line, as {@code printStackTrace} and the launcher print it. */
    private static final Pattern THROWABLE =
            Pattern.compile("(?:\\t)?((?:[\\w$]+\\.)+[\\w$]*(?:Exception|Error|Throwable)(?::.*)?)");

    /** Lines of the launcher and the JVM after which the reason follows in the next line. */
    private static final Pattern HEADING = Pattern.compile(
            "Error occurred during initialization of .*|Error: (?:A JNI error|LinkageError) .*|Error: Unable to initialize main class .*");

    /** The launcher's lines about a failed start or wrong options. */
    private static final Pattern START = Pattern.compile(
            "Error: .+|Unrecognized .+|Invalid .+|Improperly specified .+|Conflicting .+|Error opening .+|Error parsing .+");

    /** Lines without a reason. */
    private static final Pattern NOISE =
            Pattern.compile("Error: (?:Could not create the Java Virtual Machine|A fatal exception has occurred).*");

    /**
     * The messages with which {@code sun.security.util.SignatureFileVerifier} and {@code ManifestEntryVerifier} reject a class of a jar.
     */
    private static final Pattern SIGNATURE = Pattern.compile(
            "SecurityException: .*(?:signature file digest|digest error for|signer information|[Ii]nvalid signature)");

    PrintedCause {
        lines = List.copyOf(lines);
    }

    /** The cause if a JVM ended before it ran a benchmark: the first line that names one. */
    static Optional<PrintedCause> ofStart(List<String> printed) {
        for (int i = 0; i < printed.size(); i++) {
            String line = printed.get(i);
            if (HEADING.matcher(line).matches() && i + 1 < printed.size()) {
                Optional<String> reason = throwable(printed.get(i + 1));
                boolean plain = !printed.get(i + 1).startsWith("\t") && line.startsWith("Error occurred");
                if (reason.isPresent() || plain) {
                    return Optional.of(at(reason.orElse(printed.get(i + 1)), printed, i + 1));
                }
            } else if (!NOISE.matcher(line).matches()) {
                Optional<String> reason = throwable(line);
                if (reason.isPresent() || START.matcher(line).matches()) {
                    return Optional.of(at(reason.orElse(line), printed, i));
                }
            }
        }
        return Optional.empty();
    }

    /** The last throwable that a program printed before it ended; the program survived earlier ones. */
    static Optional<PrintedCause> ofEnd(List<String> printed) {
        for (int i = printed.size() - 1; i >= 0; i--) {
            Optional<String> reason = throwable(printed.get(i));
            if (reason.isPresent()) {
                return Optional.of(at(reason.get(), printed, i));
            }
        }
        return Optional.empty();
    }

    /** What to do about a known cause; starts with a semicolon, or is empty. */
    String advice() {
        return SIGNATURE.matcher(message).find()
                ? "; signature files of another jar were packed into this one: exclude META-INF/*.SF, *.DSA and *.RSA"
                : "";
    }

    private static PrintedCause at(String message, List<String> printed, int from) {
        return new PrintedCause(
                Thrown.cut(message.strip()), Thrown.withoutCallers(printed.subList(from, printed.size())));
    }

    private static Optional<String> throwable(String line) {
        Matcher uncaught = UNCAUGHT.matcher(line);
        if (uncaught.matches()) {
            return Optional.of(uncaught.group(1));
        }
        Matcher throwable = THROWABLE.matcher(line);
        return throwable.matches() ? Optional.of(throwable.group(1)) : Optional.empty();
    }
}
