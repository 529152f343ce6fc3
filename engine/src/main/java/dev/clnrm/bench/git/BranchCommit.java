package dev.clnrm.bench.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A commit of a branch of files, as {@code git fast-import} reads it.
 *
 * @param branch its name
 * @param state what the branch holds before
 * @param change what the commit changes
 */
record BranchCommit(String branch, DataBranch.State state, DataBranch.Change change) {
    /** The names of the files that are written. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    void write(OutputStream in) throws IOException {
        line(in, "commit refs/heads/" + branch);
        line(
                in,
                "committer clnrm-bench <clnrm-bench@localhost> " + Instant.now().getEpochSecond() + " +0000");
        // Two writers who add the same in the same second would make the same commit, and both would be first.
        String writer = Integer.toHexString(ThreadLocalRandom.current().nextInt());
        data(in, (change.message() + "\n\nWriter: " + writer + "\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < state.parents().size(); i++) {
            line(in, (i == 0 ? "from " : "merge ") + state.parents().get(i));
        }
        if (state.parents().size() > 1) {
            for (Map.Entry<String, String> file : new TreeMap<>(state.files()).entrySet()) {
                if (PLAIN.matcher(file.getKey()).matches()) {
                    line(in, "M 100644 " + file.getValue() + " " + file.getKey());
                }
            }
        }
        for (Map.Entry<String, byte[]> file : new TreeMap<>(change.added()).entrySet()) {
            line(in, "M 100644 inline " + file.getKey());
            data(in, file.getValue());
        }
        for (String path : change.removed()) {
            line(in, "D " + path);
        }
        line(in, "done");
    }

    private static void line(OutputStream in, String text) throws IOException {
        in.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void data(OutputStream in, byte[] content) throws IOException {
        line(in, "data " + content.length);
        in.write(content);
        in.write('\n');
    }
}
