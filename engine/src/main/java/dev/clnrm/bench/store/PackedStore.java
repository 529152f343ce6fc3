package dev.clnrm.bench.store;

import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import dev.clnrm.bench.samples.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A store of packed runs. A run is unpacked into a folder of this machine when all its samples are needed. */
abstract class PackedStore implements RunStore {
    /** How many runs that were read wait at most until they are summarized. */
    static final int BATCH = 64;

    private final Path fetched;
    private final String place;

    /**
     * Creates a store.
     *
     * @param fetched the folder for fetched runs
     * @param place where a packed run is: {@code file} or {@code row}
     */
    PackedStore(Path fetched, String place) {
        this.fetched = fetched;
        this.place = place;
    }

    /** The packed run; empty if the store does not have it. */
    abstract Optional<byte[]> packed(String id) throws IOException;

    /** The error about a run that cannot be unpacked. */
    abstract UnreadableFileException damaged(String id, IOException e);

    /** Why a run with an invalid packed form is omitted. */
    abstract String omission(IOException e);

    @Override
    public Optional<Path> find(String name) {
        if (!Baselines.allows(name)) {
            return Optional.empty();
        }
        Path folder = fetched.resolve(name);
        if (Files.exists(folder.resolve("run.json"))) {
            return Optional.of(folder);
        }
        try {
            Optional<byte[]> packed = packed(name);
            if (packed.isPresent()) {
                PackedRun.unpack(packed.get(), folder);
            }
            return packed.map(unpacked -> folder);
        } catch (IOException e) {
            throw damaged(name, e);
        }
    }

    /**
     * A run by its summary, which is made again if another version packed it.
     *
     * @param start the start of the packed run, with the summary
     */
    Contents read(String id, byte[] start, Supplier<Optional<byte[]>> whole) {
        try {
            Optional<RunSummary> stored = PackedRun.summary(start);
            RunSummary summary = stored.isPresent() ? stored.get() : made(id, whole);
            return summary.id().equals(id)
                    ? new Contents(List.of(new Held(this, id, summary)), List.of())
                    : omitted(id, "its " + place + " holds another run");
        } catch (IOException e) {
            return omitted(id, omission(e));
        } catch (FileException e) {
            return omitted(id, e.fault().message());
        }
    }

    /** The summary of a run that another version packed. It is made once, and stored in a file of this machine. */
    private RunSummary made(String id, Supplier<Optional<byte[]>> whole) throws IOException {
        Path file = fetched.resolve(id + ".summary.json");
        Optional<RunSummary> before =
                Files.isRegularFile(file) ? Summaries.ALL.read(Files.readAllBytes(file)) : Optional.empty();
        if (before.isPresent()) {
            return before.get();
        }
        RunSummary made = PackedRun.summaryOf(
                        whole.get().orElseThrow(() -> new IOException("it is gone")), fetched.resolve(id))
                .orElseThrow(() -> new IOException("it did not finish"));
        try {
            WholeFile.write(file, out -> out.write(Summaries.written(made)));
        } catch (UnwritableFileException e) {
            // The next reader makes it again.
            return made;
        }
        return made;
    }

    static Contents omitted(String id, String why) {
        return Contents.note("the run " + id + " is omitted: " + why);
    }

    /** Runs that are read one after the other while those before are summarized. */
    static final class Batch {
        private final ThreadPoolExecutor helpers = helpers();
        private final List<Future<Contents>> read = new ArrayList<>();

        /**
         * An empty batch. The first summary takes longest, because all classes that read it are loaded. So an empty one is read at once, while
         * git starts or a database connects.
         */
        Batch() {
            helpers.execute(() -> Summaries.ALL.read("{}".getBytes(StandardCharsets.UTF_8)));
        }

        /** All processors but that of the reader, which helps if too many runs wait. */
        private static ThreadPoolExecutor helpers() {
            int some = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
            ThreadPoolExecutor helpers = new ThreadPoolExecutor(
                    some,
                    some,
                    1,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(BATCH),
                    new ThreadPoolExecutor.CallerRunsPolicy());
            helpers.allowCoreThreadTimeOut(true);
            return helpers;
        }

        void add(Supplier<Contents> run) {
            read.add(helpers.submit(run::get));
        }

        /** The notes on the whole store, and all runs that were added. */
        Contents contents(List<String> notes) {
            helpers.shutdown();
            List<Contents> all = new ArrayList<>(List.of(new Contents(List.of(), notes)));
            try {
                for (Future<Contents> one : read) {
                    all.add(one.get());
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a run could not be summarized", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
            return Contents.of(all);
        }
    }
}
