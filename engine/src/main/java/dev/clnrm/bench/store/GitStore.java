package dev.clnrm.bench.store;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.DataBranch;
import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A store in a branch of the repository, with one small file per run. The paths of the files are its index. */
final class GitStore extends PackedStore {
    /** The name of the file that marks the branch as a store, so that runs are not added to another branch. */
    private static final String MARK = "clnrm-bench-store";

    private static final String FORMAT = "1";
    private static final String NAMES = "baselines/";

    private final String branch;
    private final DataBranch git;
    private Optional<DataBranch.State> seen = Optional.empty();

    /**
     * A store in a branch.
     *
     * @param branch the name of the branch
     * @param git the files of the branch
     * @param fetched the folder for fetched runs
     */
    GitStore(String branch, DataBranch git, Path fetched) {
        super(fetched, "file");
        this.branch = branch;
        this.git = git;
    }

    @Override
    public Contents read() {
        Batch batch = new Batch();
        DataBranch.State state = state();
        List<String> notes = new ArrayList<>();
        state.rewritten().map(git::rewritten).ifPresent(why -> notes.add(why.getMessage() + " (" + why.help() + ")"));
        state.unreachable()
                .ifPresent(why -> notes.add("runs that others pushed since are missing, because the remote of " + this
                        + " could not be reached: " + why));
        Map<RunFile, String> files = files(state);
        long strange = state.files().keySet().stream()
                .filter(path ->
                        path.startsWith(RunFile.FOLDER) && RunFile.at(path).isEmpty())
                .count();
        if (strange > 0) {
            notes.add(this + " holds " + strange + (strange == 1 ? " file" : " files") + " below " + RunFile.FOLDER
                    + (strange == 1 ? " that is" : " that are") + " not named like a run");
        }
        List<RunFile> order = List.copyOf(files.keySet());
        try {
            git.read(List.copyOf(files.values()), (place, content) -> {
                String id = order.get(place).id();
                batch.add(() -> content.map(bytes -> read(id, bytes, () -> content))
                        .orElseGet(() -> omitted(id, "the repository has lost its file; `git fsck` says more")));
            });
        } catch (CheckoutException e) {
            throw fault(e);
        }
        return batch.contents(notes);
    }

    @Override
    String omission(IOException e) {
        return "its file is damaged: " + e.getMessage();
    }

    /** The state of the branch: read at the first use, and updated after each write. */
    private DataBranch.State state() {
        try {
            if (seen.isEmpty()) {
                DataBranch.State state = git.state();
                check(state);
                seen = Optional.of(state);
            }
            return seen.get();
        } catch (CheckoutException e) {
            throw fault(e);
        }
    }

    /** Checks that the branch is a store and that its version is supported. */
    private void check(DataBranch.State state) throws CheckoutException {
        if (state.parents().isEmpty()) {
            return;
        }
        String mark = state.files().get(MARK);
        if (mark == null) {
            throw new CheckoutException(
                    "the branch `" + branch + "` contains something other than runs",
                    "name a branch that does not exist yet; it is created");
        }
        String format = content(mark).map(GitStore::line).orElse("");
        if (!format.equals(FORMAT)) {
            throw new CheckoutException(
                    "the branch is of format " + (format.matches("\\d{1,9}") ? format : "unknown")
                            + ", and this version reads format " + FORMAT,
                    StoreFault.NEWER);
        }
    }

    /** The blob ids of the runs. */
    private static Map<RunFile, String> files(DataBranch.State state) {
        Map<RunFile, String> files = new HashMap<>();
        Set<String> ids = new HashSet<>();
        state.files()
                .forEach((path, blob) ->
                        RunFile.at(path).filter(file -> ids.add(file.id())).ifPresent(file -> files.put(file, blob)));
        return files;
    }

    @Override
    public boolean add(Path run) {
        return PackedRun.of(run).filter(packed -> write(packed, Map.of())).isPresent();
    }

    @Override
    public boolean save(List<String> baselines, Path run) {
        Optional<PackedRun> finished = PackedRun.of(run);
        finished.ifPresent(packed -> {
            byte[] name = (packed.summary().id() + "\n").getBytes(StandardCharsets.US_ASCII);
            write(packed, baselines.stream().collect(Collectors.toMap(NAMES::concat, baseline -> name)));
        });
        return finished.isPresent();
    }

    /** Writes a run and returns whether the branch changed. */
    private boolean write(PackedRun run, Map<String, byte[]> names) {
        RunFile file = RunFile.of(run.summary());
        byte[] content = run.whole();
        try {
            return git.write(state -> {
                check(state);
                Map<String, byte[]> added = new HashMap<>(names);
                Set<RunFile> all = new HashSet<>(files(state).keySet());
                if (state.parents().isEmpty()) {
                    added.put(MARK, (FORMAT + "\n").getBytes(StandardCharsets.US_ASCII));
                }
                if (all.stream().anyMatch(one -> one.id().equals(file.id()))) {
                    return new DataBranch.Change(added, Set.of(), "Name run " + file.id());
                }
                added.put(file.path(), content);
                all.add(file);
                Set<String> named = named(state);
                if (!names.isEmpty()) {
                    named.add(file.id());
                }
                Set<RunFile> superfluous = Thinning.superfluous(all, named, LocalDate.now(ZoneOffset.UTC));
                if (superfluous.contains(file)) {
                    // Otherwise the next write would remove it, and the next import or push would add it again.
                    return new DataBranch.Change(Map.of(), Set.of(), "Omit run " + file.id());
                }
                return new DataBranch.Change(
                        added,
                        superfluous.stream().map(RunFile::path).collect(Collectors.toSet()),
                        "Add run " + file.id());
            });
        } catch (DataBranch.NotPushed e) {
            throw StoreFault.unwritable(
                    toString(),
                    "the run is in the branch of this clone, but it was not pushed: " + e.getMessage(),
                    names.isEmpty() ? "" : "the next `clnrm-bench push` to this branch pushes the baseline too");
        } catch (CheckoutException e) {
            throw StoreFault.unwritable(toString(), String.valueOf(e.getMessage()), e.help());
        } finally {
            seen = Optional.empty();
        }
    }

    private Set<String> named(DataBranch.State state) throws CheckoutException {
        List<String> blobs = state.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(NAMES))
                .map(Map.Entry::getValue)
                .toList();
        Set<String> ids = new HashSet<>();
        git.read(blobs, (place, content) -> content.ifPresent(bytes -> ids.add(line(bytes))));
        return ids;
    }

    private static String line(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).strip();
    }

    @Override
    Optional<byte[]> packed(String id) throws IOException {
        Optional<String> blob = files(state()).entrySet().stream()
                .filter(file -> file.getKey().id().equals(id))
                .map(Map.Entry::getValue)
                .findFirst();
        return blob.isEmpty()
                ? Optional.empty()
                : Optional.of(content(blob.get()).orElseThrow(() -> new IOException("the repository has lost it")));
    }

    @Override
    UnreadableFileException damaged(String id, IOException e) {
        return StoreFault.unreadable(
                toString(),
                "the file of the run " + id + " is damaged: " + e.getMessage(),
                "measure it again, or take an older commit of the branch");
    }

    private Optional<byte[]> content(String blob) {
        List<byte[]> all = new ArrayList<>();
        try {
            git.read(List.of(blob), (place, content) -> content.ifPresent(all::add));
        } catch (CheckoutException e) {
            throw fault(e);
        }
        return all.stream().findFirst();
    }

    @Override
    public List<String> baselines() {
        return state().files().keySet().stream()
                .filter(path -> path.startsWith(NAMES))
                .map(path -> path.substring(NAMES.length()))
                .filter(Baselines::allows)
                .sorted()
                .toList();
    }

    @Override
    public Optional<Path> baseline(String name) {
        return Optional.ofNullable(state().files().get(NAMES + name))
                .flatMap(this::content)
                .flatMap(id -> find(line(id)));
    }

    private UnreadableFileException fault(CheckoutException e) {
        return StoreFault.unreadable(toString(), String.valueOf(e.getMessage()), e.help());
    }

    @Override
    public String toString() {
        return GIT + branch;
    }
}
