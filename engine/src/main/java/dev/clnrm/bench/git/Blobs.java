package dev.clnrm.bench.git;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Contents of files in a repository, read by one process.
 *
 * @param names of the objects
 */
record Blobs(Git git, List<String> names) {
    /** Hands over the content of files one by one, in this order. One that is damaged is one that the repository has lost. */
    void read(DataBranch.Taking taking) throws CheckoutException {
        int place = 0;
        while (place < names.size()) {
            place = readFrom(place, taking);
            if (place < names.size()) {
                taking.take(place++, Optional.empty());
            }
        }
    }

    /** The place up to which git could read. */
    private int readFrom(int first, DataBranch.Taking taking) throws CheckoutException {
        int[] next = {first};
        git.piped(
                in -> in.write((String.join("\n", names.subList(first, names.size())) + "\n")
                        .getBytes(StandardCharsets.US_ASCII)),
                out -> {
                    try {
                        while (next[0] < names.size()) {
                            Optional<byte[]> content = content(out);
                            taking.take(next[0]++, content);
                        }
                    } catch (EOFException damaged) {
                        return;
                    }
                },
                "cat-file",
                "--batch",
                "--buffer");
        return next[0];
    }

    private static Optional<byte[]> content(InputStream out) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = out.read(); next != '\n'; next = out.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        if (head.toString().endsWith(" missing")) {
            return Optional.empty();
        }
        int size = Integer.parseInt(head.substring(head.lastIndexOf(" ") + 1));
        byte[] content = out.readNBytes(size);
        if (content.length < size || out.read() != '\n') {
            throw new EOFException();
        }
        return Optional.of(content);
    }
}
