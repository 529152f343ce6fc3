package dev.clnrm.bench.app;

import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Platforms;
import dev.clnrm.bench.runs.Bundle;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlatformNames;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The checked bundles of one commit: one from each platform.
 *
 * @param folders the run folder of each platform, by the platform's name
 * @param refused the further bundles, which could not be read
 */
record PlatformBundles(Map<String, Path> folders, List<Platforms.Refused> refused) {
    /** The most bundles. A comment has no room for the evidence of more. */
    private static final int MOST = 12;

    PlatformBundles {
        folders = Collections.unmodifiableMap(new LinkedHashMap<>(folders));
        refused = List.copyOf(refused);
    }

    /** A single run whose files were checked. */
    static PlatformBundles alone(Path run) {
        return new PlatformBundles(Map.of("", run), List.of());
    }

    /** The number of bundles, including those that could not be read. */
    int count() {
        return folders.size() + refused.size();
    }

    /** The first run. Its facts about the code are true for all runs. */
    Path first() {
        return folders.values().iterator().next();
    }

    /**
     * Checks bundles.
     *
     * @param commit the measured commit, according to GitHub
     * @param scratch a folder for temporary files, which exists and is empty
     * @throws UnreadableFileException if none can be read, or if they do not belong together
     */
    static PlatformBundles open(List<Path> bundles, String commit, Path scratch) throws IOException {
        if (bundles.size() > MOST) {
            throw new UserException(
                    bundles.size() + " bundles are too many for one comment, which has room for " + MOST,
                    "publish them in groups, each with a `key` of its own");
        }
        List<Opened> opened = new ArrayList<>();
        List<Platforms.Refused> refused = new ArrayList<>();
        for (Path bundle : bundles) {
            Path folder = Files.createDirectory(scratch.resolve("bundle-" + (opened.size() + refused.size())));
            try {
                Bundle.open(bundle, folder);
                opened.add(new Opened(bundle, folder, RunFolder.read(folder)));
            } catch (UnreadableFileException e) {
                if (bundles.size() - refused.size() == 1) {
                    throw e;
                }
                refused.add(new Platforms.Refused(
                        bundle.getFileName().toString(), e.fault().message()));
            }
        }
        opened.forEach(one -> one.check(commit, opened.get(0)));
        return new PlatformBundles(byPlatform(opened), refused);
    }

    /** A bundle that can be read. */
    private record Opened(Path bundle, Path folder, RunManifest run) {
        private void check(String commit, Opened first) {
            MeasuredCode code = run.code();
            if (code.commit(JournalEntry.HEAD)
                    .filter(claimed -> !claimed.equals(commit))
                    .isPresent()) {
                throw new UnreadableFileException(
                        bundle,
                        "contains a run of another commit than the workflow measured",
                        "use the bundle of the run that triggered this one");
            }
            MeasuredCode other = first.run.code();
            if (!code.commit(JournalEntry.BASE).equals(other.commit(JournalEntry.BASE))
                    || !code.checkedOut().equals(other.checkedOut())) {
                throw new UnreadableFileException(
                        bundle,
                        "compares other commits than " + first.bundle.getFileName(),
                        "use bundles that one run of the workflow measured");
            }
        }
    }

    private static Map<String, Path> byPlatform(List<Opened> opened) {
        List<String> names = PlatformNames.of(opened.stream().map(Opened::run).toList());
        Map<String, Opened> byPlatform = new LinkedHashMap<>();
        for (int i = 0; i < opened.size(); i++) {
            Opened one = opened.get(i);
            Opened other = byPlatform.putIfAbsent(names.get(i), one);
            if (other != null) {
                throw new UnreadableFileException(
                        one.bundle,
                        "is of the same platform as " + other.bundle.getFileName() + ": "
                                + Inert.sentence(PlatformNames.whole(one.run)),
                        "give one bundle of each platform; `clnrm-bench merge` joins the parts of one");
            }
        }
        Map<String, Path> folders = new LinkedHashMap<>();
        byPlatform.forEach((name, one) -> folders.put(name, one.folder));
        return folders;
    }
}
