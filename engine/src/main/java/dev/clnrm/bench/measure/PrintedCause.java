package dev.clnrm.bench.measure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cause that a process printed before it ended.
 *
 * @param message the throwable and what it says, or what the JVM says of its start
 * @param lines from that line on, without the frames that are the same in every benchmark
 */
record PrintedCause(String message, List<String> lines) {
    /** How a JVM prints what ended one of its threads. */
    private static final Pattern UNCAUGHT = Pattern.compile("Exception in thread \"[^\"]*\" (.+)");

    /** A throwable by its full name at the beginning of a line, as {@code printStackTrace} and the launcher print it. */
    private static final Pattern THROWABLE =
            Pattern.compile("(?:\\t)?((?:[\\w$]+\\.)+[\\w$]*(?:Exception|Error|Throwable)(?::.*)?)");

    /** The launcher and the JVM print the reason in the next line. */
    private static final Pattern HEADING = Pattern.compile(
            "Error occurred during initialization of .*|Error: (?:A JNI error|LinkageError) .*|Error: Unable to initialize main class .*");

    /** What the launcher says of a start that failed, or of options. */
    private static final Pattern START = Pattern.compile(
            "Error: .+|Unrecognized .+|Invalid .+|Improperly specified .+|Conflicting .+|Error opening .+|Error parsing .+");

    /** Says nothing of the reason. */
    private static final Pattern NOISE =
            Pattern.compile("Error: (?:Could not create the Java Virtual Machine|A fatal exception has occurred).*");

    /** How {@code sun.security.util.SignatureFileVerifier} and {@code ManifestEntryVerifier} refuse a class of a jar. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "SecurityException: .*(?:signature file digest|digest error for|signer information|[Ii]nvalid signature)");

    PrintedCause {
        lines = List.copyOf(lines);
    }

    /** The cause of a JVM that did not get as far as to run a benchmark: the first line that names one. */
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

    /** The last throwable a program printed before it ended; what it printed before that it got over. */
    static Optional<PrintedCause> ofEnd(List<String> printed) {
        for (int i = printed.size() - 1; i >= 0; i--) {
            Optional<String> reason = throwable(printed.get(i));
            if (reason.isPresent()) {
                return Optional.of(at(reason.get(), printed, i));
            }
        }
        return Optional.empty();
    }

    /** What to do about a cause that is known; begins with a semicolon, or is empty. */
    String advice() {
        return SIGNATURE.matcher(message).find()
                ? "; signature files of another jar were packed into this one: leave out META-INF/*.SF, *.DSA and *.RSA"
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
