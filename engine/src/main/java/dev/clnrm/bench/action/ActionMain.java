package dev.clnrm.bench.action;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.cli.Main;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.DiagnosticRenderer;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.samples.FileException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/** The program as a step of a workflow. */
public final class ActionMain {
    private ActionMain() {}

    /** Does what the step's inputs say and ends the JVM with the verdict's exit status. */
    public static void main(String[] args) throws InterruptedException {
        Main.end(run(System.getenv(), Main.output()));
    }

    /** Does what the step's inputs say and gives the verdict's exit status. */
    static int run(Map<String, String> environment, PrintStream out) throws InterruptedException {
        WorkflowLog log = new WorkflowLog(out);
        try {
            return new ActionStep(environment, log).run();
        } catch (UserException e) {
            log.error(e.getMessage() + "\nhelp: " + e.help());
            return ExitStatus.WRONG_USE;
        } catch (CheckoutException e) {
            log.error(e.getMessage() + "\nhelp: " + e.help());
            return ExitStatus.WRONG_USE;
        } catch (DeclarationException e) {
            log.error(DiagnosticRenderer.render(e.diagnostics()));
            return ExitStatus.WRONG_USE;
        } catch (FileException e) {
            log.error(e.getMessage() + "\nhelp: " + e.fault().help());
            return ExitStatus.WRONG_USE;
        } catch (IOException e) {
            log.error("GitHub or a file failed: " + e.getMessage());
            return ExitStatus.COULD_NOT_MEASURE;
        }
    }
}
