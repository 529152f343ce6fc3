package dev.clnrm.bench.tell;

import dev.clnrm.bench.declare.BudgetsFile;
import dev.clnrm.bench.declare.DeclarationException;
import dev.clnrm.bench.declare.FailOn;
import dev.clnrm.bench.kept.Kept;
import dev.clnrm.bench.publish.github.Breach;
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
     * What a run is held to, and how.
     *
     * @param budgets the file, whoever's it is
     * @param failOn what fails; what the file says where nothing is said
     * @param failOnInconclusive whether what is undecided fails
     * @param notes what the reader is told beside it
     */
    public record Rules(BudgetsFile budgets, Optional<FailOn> failOn, boolean failOnInconclusive, List<String> notes) {
        public Rules {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Judges a run, of one side or two.
     *
     * @throws DeclarationException if the file has a waiver that expired
     */
    public static Judged of(Kept run, Rules rules, LocalDate today) throws DeclarationException {
        return new Judging(run, rules, today).judged();
    }
}
