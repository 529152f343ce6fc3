package dev.clnrm.bench.measure;

import dev.clnrm.bench.samples.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.openjdk.jmh.runner.link.ForkLink;

/** Says how a fork that gave too little came to its end. */
record ForkFailure(Session session, ForkJob job, ProcessLog log) {
    /** A process that a signal ended has this and the signal's number as its status. */
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
     * The failure of a fork that JMH ran: by what JMH said, how far the link got, how the process ended.
     *
     * @param exitStatus absent if the process had to be made to end
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
            return ended(Outcome.Cause.NOT_STARTED, "the benchmark's JMH cannot talk to JMH 1.37: " + link.trouble());
        }
        return exitStatus.isPresent()
                ? exited(exitStatus)
                : ended(Outcome.Cause.CRASHED, "lost the connection to the fork: " + link.trouble());
    }

    /** The failure of a fork that still ran after its time. */
    Outcome stillRunning(double seconds) {
        return of(
                Outcome.Cause.HUNG,
                String.format(Locale.ROOT, "still running after %.0f s, so it was killed", seconds));
    }

    /** The failure of a fork that JMH's main class ran: JMH prints what the benchmark threw before what it throws itself. */
    Outcome ofMain(String ended) {
        return PrintedCause.ofStart(log.tail())
                .map(cause ->
                        of(Outcome.Cause.THREW, cause.message() + " (" + ended + ")" + cause.advice(), cause.lines()))
                .orElseGet(() -> of(Outcome.Cause.THREW, ended));
    }

    /** What JMH said the benchmark threw. */
    Outcome threw(Collector collector) {
        String said = collector.failure();
        Thrown thrown = Thrown.of(said);
        boolean memory = said.contains(OUT_OF_MEMORY);
        return of(memory ? Outcome.Cause.OUT_OF_MEMORY : Outcome.Cause.THREW, thrown.message(), thrown.lines());
    }

    private Outcome exited(OptionalInt status) {
        return status.isPresent()
                ? ended(Outcome.Cause.EXITED, "the code under test ended the JVM with status " + status.getAsInt())
                : of(Outcome.Cause.EXITED, "the code under test ended the JVM, and that took too long");
    }

    /** A JVM that ended before the benchmark could be run says why in what it printed, and nowhere else. */
    private Outcome neverCalled(int status) {
        String ended = "the JVM ended with status " + status + " before it connected";
        return PrintedCause.ofStart(log.tail())
                .map(cause -> of(
                        Outcome.Cause.NOT_STARTED,
                        cause.message() + " (" + ended + ")" + cause.advice(),
                        cause.lines()))
                .orElseGet(() -> notStarted(ended));
    }

    /** An end with the throwable that was printed last, if there is one. */
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

    /** What the JVM says of its own crash: the signal, and the frame it hit. */
    private Optional<String> crash() {
        List<String> report = report();
        int frame = report.indexOf("Problematic frame:");
        String where = frame >= 0 && frame + 1 < report.size() ? " in " + report.get(frame + 1) : "";
        return report.stream()
                .filter(line -> line.startsWith("SIG") || line.startsWith("Internal Error"))
                .findFirst()
                .map(signal -> "the JVM crashed: " + signal.replaceFirst(" at pc=.*", "") + where);
    }

    /** The JVM's own report of a crash, without its frame and its address; empty if there is none. */
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

    /** The last lines the fork printed, without what is in the message already. */
    private List<String> lines() {
        return log.lastLines().stream()
                .filter(line -> NOISE.stream().noneMatch(line::startsWith))
                .toList();
    }
}
