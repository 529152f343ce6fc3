package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.git.CheckoutException;
import java.nio.file.Path;

/** What a work tree is compared with if nobody says: the target of the pull request, or else the main branch. */
final class UsualBase {
    private UsualBase() {}

    /**
     * The base of a repository.
     *
     * @param file a file in it
     */
    static String of(Path file, Context context) {
        try {
            return Project.repository(file, context.environment())
                    .defaultBase()
                    .orElseThrow(() -> new UserException(
                            "there is no branch `main` or `master` to compare with", "choose a base: --base REV"));
        } catch (CheckoutException e) {
            throw new UserException(String.valueOf(e.getMessage()), e.help());
        }
    }
}
