package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.DiagnosticRenderer;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.samples.FileException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints faults: the user's as messages, the program's own with a stack trace. The type of the exception decides. */
final class Faults implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (fault instanceof DeclarationException declared) {
            err.print(DiagnosticRenderer.render(declared.diagnostics()));
            err.flush();
            return ExitStatus.WRONG_USE;
        }
        if (fault instanceof UserException user) {
            return told(err, user, user.help(), user.exit());
        }
        if (fault instanceof CheckoutException checkout) {
            return told(err, checkout, checkout.help(), ExitStatus.WRONG_USE);
        }
        if (fault instanceof BadFile bad) {
            return file(err, bad.file(), ExitStatus.WRONG_USE);
        }
        if (fault instanceof FileException file) {
            return file(err, file, ExitStatus.COULD_NOT_MEASURE);
        }
        err.println("clnrm-bench: internal error; please report it with the following text");
        fault.printStackTrace(err);
        return ExitStatus.OUR_FAULT;
    }

    private static int told(PrintWriter err, Exception fault, String help, int status) {
        err.println("clnrm-bench: error: " + fault.getMessage());
        help(err, help);
        return status;
    }

    private static int file(PrintWriter err, FileException file, int status) {
        err.println(Inert.text(file.fault().place().toString()) + ": error: "
                + Inert.text(file.fault().message()));
        help(err, file.fault().help());
        return status;
    }

    private static void help(PrintWriter err, String text) {
        if (!text.isEmpty()) {
            err.println("      help: " + text);
        }
    }
}
