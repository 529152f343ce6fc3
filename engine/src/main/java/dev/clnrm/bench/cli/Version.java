package dev.clnrm.bench.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The versions of this program and of the Java it runs on. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String own = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("built from sources");
        return new String[] {"clnrm-bench " + own + ", JMH 1.37, Java " + System.getProperty("java.version")};
    }
}
