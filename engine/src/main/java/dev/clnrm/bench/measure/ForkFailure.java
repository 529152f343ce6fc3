package dev.clnrm.bench.measure;

import dev.clnrm.bench.samples.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.openjdk.jmh.runner.link.ForkLink;

/** Determines why a fork gave too few values. */
record ForkFailure(Session session, ForkJob job, ProcessLog log) {
    /** The exit status of a process that a signal ended is this plus the signal's number. */
    static final int SIGNALLED = 128;

    private static final int SIGKILL = 9;
    private static final String PREMATURE = "<failure: VM prematurely exited";
    private static final List<String> NOISE = List.of(PREMATURE, "# -XX:OnOutOfMemoryError", "#   Executing /bin/sh");
    private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";
    private static final String CRASH = "A fatal error has been detected by the Java Runtime Environment:";
    private static final String NO_MEMORY_FOR_JVM = "insufficient memory for the Java Runtime";

    Outcome notStarted(String message) {
        return of(Outcome.Cause.NOT_STARTED, message);
    }

    Outcome hung(double seconds) {
        List<String> printed = log.tail();
        if (outOfMemory(printed)) {
            return outOfMemory();
        }
        List<String> where = Stuck.in(printed);
        return of(
                Outcome.Cause.HUNG,
                String.format(Locale.ROOT, "no iteration ended for %.0f s, so it was killed", seconds),
                where.isEmpty() ? lines() : where);
    }

    /**
     * The failure of a fork that runs over the link, determined by JMH's messages, the progress of the link and the end of the process.
     *
     * @param exitStatus empty if the process had to be killed
     */
    Outcome of(ForkLink link, Collector collector, OptionalInt exitStatus) {
        String said = collector.failure();
        if (said.startsWith(PREMATURE)) {
            return exited(exitStatus);
        }
        if (!said.isEmpty()) {
            return threw(collector);
        }
        if (outOfMemory(log.tail())) {
            return outOfMemory();
        }
        Optional<String> crash = crash();
        if (crash.isPresent()) {
            return of(Outcome.Cause.CRASHED, crash.get(), report());
        }
        if (lines().stream().anyMatch(line -> line.contains(NO_MEMORY_FOR_JVM))) {
            return of(Outcome.Cause.OUT_OF_MEMORY, "the machine has too little memory for the JVM");
        }
        if (exitStatus.orElse(0) >= SIGNALLED) {
            return signalled(exitStatus.orElse(0) - SIGNALLED);
        }
        if (link.state() == ForkLink.State.WAITING) {
            return neverCalled(exitStatus.orElse(0));
        }
        if (exitStatus.orElse(0) == 0 && !collector.begun()) {
            return ended(
                    Outcome.Cause.NOT_STARTED,
                    "the benchmark's JMH is not compatible with JMH 1.37: " + link.trouble());
        }
        return exitStatus.isPresent()
                ? exited(exitStatus)
                : ended(Outcome.Cause.CRASHED, "lost the connection to the fork: " + link.trouble());
    }

    /** The failure of a fork that exceeded its time. */
    Outcome stillRunning(double seconds) {
        return of(
                Outcome.Cause.HUNG,
                String.format(Locale.ROOT, "still running after %.0f s, so it was killed", seconds));
    }

    /** The failure of a fork that runs by JMH's main class. JMH prints the benchmark's exception before its own. */
    Outcome ofMain(String ended) {
        return ofStart(Outcome.Cause.THREW, ended);
    }

    /** The benchmark's exception, from JMH's messages. */
    Outcome threw(Collector collector) {
        String said = collector.failure();
        Thrown thrown = Thrown.of(said);
        boolean memory = said.contains(OUT_OF_MEMORY);
        return of(memory ? Outcome.Cause.OUT_OF_MEMORY : Outcome.Cause.THREW, thrown.message(), thrown.lines());
    }

    private Outcome exited(OptionalInt status) {
        return status.isPresent()
                ? ended(Outcome.Cause.EXITED, "the code under test ended the JVM with status " + status.getAsInt())
                : of(Outcome.Cause.EXITED, "the code under test ended the JVM, but the JVM took too long to end");
    }

    /** The failure of a JVM that ended before it ran the benchmark. Only its output contains the reason. */
    private Outcome neverCalled(int status) {
        return ofStart(Outcome.Cause.NOT_STARTED, "the JVM ended with status " + status + " before it connected");
    }

    /** A failure with the cause that was printed first, if there is one. */
    private Outcome ofStart(Outcome.Cause how, String ended) {
        return PrintedCause.ofStart(log.tail())
                .map(cause -> of(how, cause.message() + " (" + ended + ")" + cause.advice(), cause.lines()))
                .orElseGet(() -> of(how, ended));
    }

    /** A failure with the throwable that was printed last, if there is one. */
    private Outcome ended(Outcome.Cause how, String message) {
        return PrintedCause.ofEnd(log.tail())
                .map(cause -> of(how, message + "; it last printed " + cause.message(), cause.lines()))
                .orElseGet(() -> of(how, message));
    }

    private Outcome signalled(int signal) {
        return of(
                Outcome.Cause.CRASHED,
                "the JVM was ended by signal " + signal
                        + (signal == SIGKILL ? ", which usually means that memory ran out" : ""));
    }

    private Outcome outOfMemory() {
        return of(Outcome.Cause.OUT_OF_MEMORY, "the heap was exhausted");
    }

    private static boolean outOfMemory(List<String> lines) {
        return lines.stream().anyMatch(line -> line.contains(OUT_OF_MEMORY));
    }

    /** The JVM's description of its own crash: the signal and the problematic frame. */
    private Optional<String> crash() {
        List<String> report = report();
        int frame = report.indexOf("Problematic frame:");
        String where = frame >= 0 && frame + 1 < report.size() ? " in " + report.get(frame + 1) : "";
        return report.stream()
                .filter(line -> line.startsWith("SIG") || line.startsWith("Internal Error"))
                .findFirst()
                .map(signal -> "the JVM crashed: " + signal.replaceFirst(" at pc=.*", "") + where);
    }

    /** The JVM's own crash report, without its border and the address for bug reports; empty if there is none. */
    private List<String> report() {
        List<String> lines = log.tail().stream()
                .map(line -> line.replaceFirst("^#\\s*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        int start = lines.indexOf(CRASH);
        return start < 0
                ? List.of()
                : lines.subList(start, lines.size()).stream()
                        .takeWhile(line -> !line.startsWith("If you would like"))
                        .filter(line -> !line.startsWith("CreateCoredumpOnCrash"))
                        .toList();
    }

    Outcome of(Outcome.Cause cause, String message) {
        return of(cause, message, lines());
    }

    Outcome of(Outcome.Cause cause, String message, List<String> lines) {
        return new Outcome.Failed(
                cause,
                message,
                lines,
                session.repeatCommand().apply(job.planned().name()),
                log.name());
    }

    /** The last lines that the fork printed, without those in the message. */
    private List<String> lines() {
        return log.lastLines().stream()
                .filter(line -> NOISE.stream().noneMatch(line::startsWith))
                .toList();
    }
}
