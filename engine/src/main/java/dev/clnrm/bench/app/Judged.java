package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.github.Breach;
import dev.clnrm.bench.judge.Selection;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.runs.StoredRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A run that was kept, judged from its samples.
 *
 * @param status the verdict in one word
 * @param exit the exit status
 * @param rank how bad it is, from 0
 * @param cases how many cases were measured
 * @param regressed how many are proven slower or to allocate more
 * @param improved how many are proven better
 * @param breaches the rules that were broken
 * @param texts what is said of it
 */
public record Judged(
        String status,
        int exit,
        int rank,
        long cases,
        long regressed,
        long improved,
        List<Breach> breaches,
        Texts texts) {
    public Judged {
        breaches = List.copyOf(breaches);
    }

    /**
     * Where a run comes from.
     *
     * @param trust who could write its files
     * @param selection what it was asked to measure, as whoever asks now says it
     * @param proposed whether it measured a proposal, so that there is a base to compare with
     */
    public record Origin(Trust trust, Selection selection, boolean proposed) {
        /** A folder of the user's own. */
        public static final Origin STORED = new Origin(Trust.STORED, Selection.ALL, false);
    }

    /**
     * What a run is held to, and how.
     *
     * @param budgets the file, whoever's it is
     * @param failOn what fails; what the file says if nothing is said
     * @param failOnInconclusive whether what is inconclusive fails
     * @param notes what the reader is told beside it
     * @param origin where the run comes from, which says what of it is believed
     */
    public record Rules(
            BudgetsFile budgets,
            Optional<FailOn> failOn,
            boolean failOnInconclusive,
            List<String> notes,
            Origin origin) {
        public Rules {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Judges a run, of one side or two.
     *
     * @param run read with the trust that the rules name
     * @throws DeclarationException if the file has a waiver that expired
     */
    static Judged of(StoredRun run, Rules rules, LocalDate today) throws DeclarationException {
        return new Judging(run, rules, today).judged();
    }

    /**
     * Judges the run in a folder, of one side or two.
     *
     * @throws DeclarationException if the file has a waiver that expired
     */
    public static Judged of(Path folder, Rules rules, LocalDate today) throws DeclarationException {
        return of(StoredRun.read(folder, rules.origin().trust()), rules, today);
    }
}
