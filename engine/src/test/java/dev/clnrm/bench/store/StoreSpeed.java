package dev.clnrm.bench.store;

import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Fills homes with many runs of 73 cases and times how they are read; {@code scripts/store-speed.sh} calls it. */
final class StoreSpeed {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final int BATCH = 500;
    private static final byte[] NOTHING = {};

    /** The runs differ in every number of their summaries; this many differ in their samples. */
    private static final int KINDS = 20;

    private StoreSpeed() {}

    /** {@code fill RUNS STORE...}, {@code read STORE}, {@code schema URL NAME} or {@code sample FOLDER RUNS}; the current folder is the repository, which has a commit. */
    public static void main(String[] words) throws Exception {
        switch (words[0]) {
            case "fill" -> fill(Integer.parseInt(words[1]), List.of(words).subList(2, words.length));
            case "read" -> read(words[1]);
            case "schema" -> schema(words[1], words[2]);
            default -> {
                for (int k = 0; k < Integer.parseInt(words[2]); k++) {
                    sample(Path.of(words[1]).resolve("run-" + k), k);
                }
            }
        }
    }

    private static Path sample(Path folder, int k) {
        return new SampleRun(73, List.of(JournalEntry.HEAD), 6, 1 + k, 1).write(folder, FIRST.plusSeconds(21_600L * k));
    }

    private static Connection connection(String url) throws Exception {
        Map<String, String> environment = System.getenv();
        return url.startsWith("jdbc:sqlite")
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(
                        url, environment.getOrDefault("PGUSER", ""), environment.getOrDefault("PGPASSWORD", ""));
    }

    private static void schema(String url, String name) throws Exception {
        try (Connection database = connection(url)) {
            database.createStatement().execute("create schema " + name);
        }
    }

    private static void read(String word) {
        long begin = System.nanoTime();
        RunStore.Contents contents = RunStore.of(
                        word, Path.of("").toAbsolutePath(), Path.of("fetched"), System.getenv())
                .read();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long cases = contents.runs().stream()
                .mapToLong(run -> run.summary().cases().size())
                .sum();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%7d runs of %d cases in %6.2f s, %5d MB held%n",
                contents.runs().size(),
                cases / Math.max(1, contents.runs().size()),
                seconds,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        contents.notes().forEach(System.out::println);
    }

    /** Runs are packed on all processors, and added in their order. */
    private static void fill(int count, List<String> words) throws Exception {
        Path scratch = Files.createDirectory(Path.of("kinds"));
        try {
            PackedRun[] kinds = new PackedRun[KINDS];
            for (int k = 0; k < KINDS; k++) {
                kinds[k] = PackedRun.of(sample(scratch.resolve("kind-" + k), k)).orElseThrow();
            }
            List<Filling> stores = new ArrayList<>();
            for (String word : words) {
                stores.add(filling(word));
            }
            for (int from = 0; from < count; from += BATCH) {
                List<Packed> packed = IntStream.range(from, Math.min(count, from + BATCH))
                        .parallel()
                        .mapToObj(k -> new Packed(run(kinds[k % KINDS], k), stores))
                        .toList();
                for (Filling store : stores) {
                    store.add(packed);
                }
            }
            for (Filling store : stores) {
                store.end();
            }
        } finally {
            Scratch.delete(scratch);
        }
    }

    private static Filling filling(String word) throws Exception {
        if (word.startsWith(RunStore.GIT)) {
            return new Branch(word.substring(RunStore.GIT.length()));
        }
        return word.startsWith(RunStore.JDBC) ? new Rows(word) : new Folders(Path.of(word));
    }

    /** Another run of the same kind, with numbers of its own. */
    private static PackedRun run(PackedRun kind, int k) {
        SplittableRandom random = new SplittableRandom(k);
        RunSummary before = kind.summary();
        Instant started = FIRST.plusSeconds(21_600L * k);
        String id = started.toString().replaceAll("[-:Z]", "").replace('T', '-') + "-" + String.format("%06x", k);
        RunSummary summary = new RunSummary(
                id,
                started,
                before.commit(),
                before.changed(),
                before.base(),
                before.cases().stream()
                        .map(one -> new CaseSummary(
                                one.key(),
                                one.conditions(),
                                Values.of(
                                        one.seconds().stream().map(value -> value * (1 + 0.01 * random.nextDouble()))),
                                one.within() * (1 + random.nextDouble()),
                                one.bytes(),
                                one.failed(),
                                one.change()))
                        .toList());
        Map<String, byte[]> files = new LinkedHashMap<>(kind.files());
        files.put("summary.json", Summaries.written(summary));
        files.put(
                "run.json",
                new String(kind.files().get("run.json"), StandardCharsets.UTF_8)
                        .replace(before.id(), id)
                        .replace(before.started().toString(), started.toString())
                        .getBytes(StandardCharsets.UTF_8));
        return new PackedRun(summary, files);
    }

    /** A run with the bytes that a kind of store needs; the others are empty. */
    private static final class Packed {
        final PackedRun run;
        final byte[] whole;
        final byte[] first;
        final byte[] rest;

        Packed(PackedRun run, List<Filling> stores) {
            boolean rows = stores.stream().anyMatch(Rows.class::isInstance);
            this.run = run;
            whole = stores.stream().anyMatch(Branch.class::isInstance) ? run.whole() : NOTHING;
            first = rows ? run.first() : NOTHING;
            rest = rows ? run.rest() : NOTHING;
        }
    }

    private interface Filling {
        void add(List<Packed> runs) throws Exception;

        void end() throws Exception;
    }

    private record Folders(Path runs) implements Filling {
        @Override
        public void add(List<Packed> batch) throws IOException {
            for (Packed one : batch) {
                Path folder =
                        Files.createDirectories(runs.resolve(one.run.summary().id()));
                for (String file : List.of("run.json", "samples.ndjson")) {
                    Files.write(folder.resolve(file), one.run.files().getOrDefault(file, NOTHING));
                }
                RunFolder.read(folder);
            }
        }

        @Override
        public void end() {
            RunStore.in(runs).read();
        }
    }

    private static final class Rows implements Filling {
        private final Connection database;
        private final PreparedStatement insert;
        private final String repository;

        Rows(String url) throws Exception {
            repository = Repository.at(Path.of("").toAbsolutePath(), System.getenv())
                    .name()
                    .orElseThrow();
            database = connection(url);
            database.setAutoCommit(false);
            Migrations.bring(url, database);
            insert = database.prepareStatement(JdbcStore.INSERT);
        }

        @Override
        public void add(List<Packed> batch) throws Exception {
            for (Packed one : batch) {
                insert.setString(1, repository);
                insert.setString(2, one.run.summary().id());
                insert.setString(3, one.run.summary().started().toString());
                insert.setString(4, "");
                insert.setBytes(5, one.first);
                insert.setBytes(6, one.rest);
                insert.addBatch();
            }
            insert.executeBatch();
        }

        @Override
        public void end() throws Exception {
            database.commit();
            database.close();
        }
    }

    /** One commit a run, as runs are added, through one program. */
    private static final class Branch implements Filling {
        private final String name;
        private final Process git;
        private final OutputStream in;
        private boolean empty = true;

        Branch(String name) throws IOException {
            this.name = name;
            git = new ProcessBuilder("git", "fast-import", "--quiet", "--done")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            in = new java.io.BufferedOutputStream(git.getOutputStream(), 1 << 16);
        }

        private void line(String text) throws IOException {
            in.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        }

        private void file(String path, byte[] content) throws IOException {
            line("M 100644 inline " + path);
            line("data " + content.length);
            in.write(content);
            line("");
        }

        @Override
        public void add(List<Packed> batch) throws IOException {
            for (Packed one : batch) {
                line("commit refs/heads/" + name);
                line("committer a <a@example.org> "
                        + one.run.summary().started().getEpochSecond() + " +0000");
                line("data 0");
                if (empty) {
                    file("clnrm-bench-store", "1\n".getBytes(StandardCharsets.US_ASCII));
                    empty = false;
                }
                file(RunFile.of(one.run.summary()).path(), one.whole);
            }
        }

        @Override
        public void end() throws Exception {
            line("done");
            in.close();
            if (git.waitFor() != 0) {
                throw new IOException("git fast-import failed");
            }
        }
    }
}
