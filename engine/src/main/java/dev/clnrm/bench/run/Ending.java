package dev.clnrm.bench.run;

import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.Outcome;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.link.ForkLink;

/** Says how a fork that gave too little came to its end. */
record Ending(Session session, ForkJob job, ForkLog log, Collector collector) {
    private static final int SIGNALLED = 128;
    private static final int SIGKILL = 9;
    private static final String PREMATURE = "<failure: VM prematurely exited";
    private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";
    private static final String NO_MEMORY_FOR_JVM = "insufficient memory for the Java Runtime";

    PlannedCase planned() {
        return job.planned();
    }

    Outcome notStarted(String message) {
        return failed(Outcome.Cause.NOT_STARTED, message);
    }

    Outcome hung(double seconds) {
        return failed(
                Outcome.Cause.HUNG,
                String.format(Locale.ROOT, "no iteration ended for %.0f s, so it was killed", seconds));
    }

    /** Reads the signs: what JMH said, how far the talk came, how the process ended. */
    Outcome failed(ForkLink link, int exitStatus) {
        String said = collector.failure();
        if (said.startsWith(PREMATURE)) {
            return failed(Outcome.Cause.EXITED, "the code under test ended the JVM with status " + exitStatus);
        }
        if (!said.isEmpty()) {
            String thrown = firstThrowable(said);
            boolean memory = said.contains(OUT_OF_MEMORY);
            return failed(memory ? Outcome.Cause.OUT_OF_MEMORY : Outcome.Cause.THREW, thrown);
        }
        if (lines().stream().anyMatch(line -> line.contains(NO_MEMORY_FOR_JVM))) {
            return failed(Outcome.Cause.OUT_OF_MEMORY, "the machine has too little memory for the JVM");
        }
        if (exitStatus >= SIGNALLED) {
            int signal = exitStatus - SIGNALLED;
            return failed(
                    Outcome.Cause.CRASHED,
                    "the JVM was ended by signal " + signal
                            + (signal == SIGKILL ? ", as systems do when memory runs out" : ""));
        }
        if (link.state() == ForkLink.State.WAITING) {
            return notStarted("the JVM ended with status " + exitStatus + " before it called back");
        }
        if (exitStatus != 0 || collector.begun()) {
            return failed(Outcome.Cause.EXITED, "the code under test ended the JVM with status " + exitStatus);
        }
        return notStarted("the JMH of the measured code does not understand this one: " + link.trouble());
    }

    private Outcome failed(Outcome.Cause cause, String message) {
        return new Outcome.Failed(
                cause, message, lines(), session.repeatCommand().apply(planned().name()));
    }

    private List<String> lines() {
        return log.lastLines();
    }

    /** JMH prints {@code <failure>}, an empty line, and the stack trace of what was thrown. */
    private static String firstThrowable(String said) {
        return said.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("<"))
                .findFirst()
                .orElse("JMH says the benchmark failed, and not why")
                .strip();
    }
}
