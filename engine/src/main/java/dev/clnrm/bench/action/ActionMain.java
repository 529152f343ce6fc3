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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entry point for a step of a GitHub workflow. */
public final class ActionMain {
    private ActionMain() {}

    /** Runs the step and ends the JVM with the exit status of the verdict. */
    public static void main(String[] args) throws InterruptedException {
        Main.end(run(System.getenv(), Main.output()));
    }

    /** Runs the step and returns the exit status of the verdict. */
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
        } catch (RuntimeException e) {
            String trace =
                    Stream.of(e.getStackTrace()).map(frame -> "\n  at " + frame).collect(Collectors.joining());
            log.error("internal error; please report it with the following text\n" + e + trace);
            return ExitStatus.OUR_FAULT;
        } catch (IOException e) {
            log.error("GitHub or a file failed: " + e.getMessage());
            return ExitStatus.COULD_NOT_MEASURE;
        }
    }
}
