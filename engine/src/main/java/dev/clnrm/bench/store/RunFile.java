package dev.clnrm.bench.store;

import dev.clnrm.bench.plan.Sha256;
import dev.clnrm.bench.runs.RunSummary;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file of a run in a branch. Its path contains all that a list of runs needs: {@code runs/2026/11/29/20261129-183331-4103e1.9f8a7c6b.zip}.
 *
 * @param day the day when the run started, in UTC
 * @param id the run's name
 * @param kind eight hexadecimal digits that identify what was measured and where: cases, machine, JDK and flags, and commit and base of a
 *     run with two sides. Earlier versions wrote digits of machine, JDK and flags only.
 */
record RunFile(LocalDate day, String id, String kind) {
    static final String FOLDER = "runs/";

    private static final Pattern PATH =
            Pattern.compile("runs/(\\d{4})/(\\d\\d)/(\\d\\d)/([A-Za-z0-9][A-Za-z0-9._-]{0,99})\\.([0-9a-f]{8})\\.zip");

    private static final int DIGITS = 8;

    static RunFile of(RunSummary run) {
        return new RunFile(LocalDate.ofInstant(run.started(), ZoneOffset.UTC), run.id(), kind(run));
    }

    /** The run of a path; empty if the path does not belong to a run. */
    static Optional<RunFile> at(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            return Optional.of(new RunFile(day, parts.group(4), parts.group(5)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String path() {
        return String.format(
                Locale.ROOT,
                "%s%04d/%02d/%02d/%s.%s.zip",
                FOLDER,
                day.getYear(),
                day.getMonthValue(),
                day.getDayOfMonth(),
                id,
                kind);
    }

    private static String kind(RunSummary run) {
        Stream<String> code = run.base().stream()
                .flatMap(base -> Stream.of(base.shown(), run.commit().orElse(""), String.valueOf(run.changed())));
        Stream<String> cases = run.cases().stream()
                .flatMap(one -> Stream.of(one.key(), one.conditions().platform()))
                .map(String::valueOf)
                .distinct()
                .sorted();
        String words = Stream.concat(code, cases).collect(Collectors.joining("\n"));
        return new Sha256().append(words).hex().substring(0, DIGITS);
    }
}
