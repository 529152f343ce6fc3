package dev.clnrm.cleanroom.intelligence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Executions for tests. */
final class Given {
    static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05.123456789Z");

    private Given() {}

    static TestExecution passed(String test, int minute) {
        return TestExecution.passed(
                test, BEGIN.plusSeconds(60L * minute), Duration.ofMillis(7), ResourceUsage.ofMemory(1024));
    }

    static TestExecution failed(String test, int minute) {
        return TestExecution.failed(
                test,
                BEGIN.plusSeconds(60L * minute),
                Duration.ofMillis(9),
                "expected 3, but was 4",
                ResourceUsage.NONE);
    }

    /** One execution for each letter: {@code p} passed, {@code f} failed. */
    static List<TestExecution> outcomes(String test, String letters) {
        List<TestExecution> executions = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            executions.add(letters.charAt(i) == 'p' ? passed(test, i) : failed(test, i));
        }
        return executions;
    }

    /** This many executions that passed, a minute apart. */
    static List<TestExecution> batch(String test, int size) {
        return outcomes(test, "p".repeat(size));
    }
}
