package dev.clnrm.bench.git;

import dev.clnrm.bench.config.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The git repository of a project. This class never changes it. */
public final class Repository {
    /** The name of the newest release, unless a branch or tag has that name. */
    public static final String LATEST_RELEASE = "latest-release";

    private static final String WHOLE_HISTORY =
            "this clone is shallow: run `git fetch --unshallow`, or check out with `fetch-depth: 0`";
    private static final List<String> USUAL_BASES = List.of("origin/main", "origin/master", "main", "master");
    /** Finds expressions: revisions that are more than a name. */
    private static final Pattern EXPRESSION = Pattern.compile("[~^:]|@\\{");

    /** Finds credentials in the address of a remote, which builds do not need. */
    private static final Pattern PASSWORD = Pattern.compile("^([a-z+]+://)[^/@]*@");

    /** The last two parts of an address. */
    private static final Pattern NAMED = Pattern.compile("([^/:@]+/[^/:@]+?)(\\.git)?/?$");

    /** A tag that ends in a version, without the mark of a release candidate. */
    private static final Pattern RELEASE =
            Pattern.compile("(?i)(.*[^0-9a-z.]|[a-z]+)?v?\\d+(\\.\\d+)+([.-](final|ga|release))?");

    private static final String OWN = ".clnrm-bench";

    private final Git git;
    private final Path prefix;
    private final boolean bare;
    private final Map<String, String> environment;

    private Repository(Git git, Path prefix, boolean bare, Map<String, String> environment) {
        this.git = git;
        this.prefix = prefix;
        this.bare = bare;
        this.environment = environment;
    }

    /**
     * The repository that contains a folder.
     *
     * @param directory the project's folder
     * @param environment the variables of this program; git is searched on its {@code PATH}
     * @throws CheckoutException if there is no git, or no repository
     */
    public static Repository at(Path directory, Map<String, String> environment) throws CheckoutException {
        Path real;
        try {
            real = directory.toRealPath();
        } catch (IOException e) {
            throw new CheckoutException("the folder " + directory + " cannot be read: " + e.getMessage(), "");
        }
        Git git = Git.in(real, environment);
        Git.Result where = git.run("rev-parse", "--is-bare-repository", "--show-prefix");
        if (!where.ok()) {
            boolean none = where.err().contains("not a git repository");
            throw new CheckoutException(
                    none ? directory + " is not in a git repository" : "git: " + Git.lastLine(where.err()),
                    none ? "run this inside a clone; two run folders can be compared anywhere" : "");
        }
        String[] lines = where.out().split("\n", -1);
        String prefix = lines.length > 1 ? lines[1] : "";
        return new Repository(git, Path.of(prefix), Boolean.parseBoolean(lines[0]), Map.copyOf(environment));
    }

    /**
     * The commit of a revision: a branch, a tag, a hash or any git expression.
     *
     * @throws CheckoutException if there is none
     */
    public Commit resolve(String revision) throws CheckoutException {
        Optional<String> hash = find(revision);
        if (hash.isEmpty()) {
            throw unknown(revision);
        }
        return new Commit(hash.get());
    }

    /**
     * The merge base of two commits.
     *
     * @throws CheckoutException if they have no common ancestor
     */
    public Commit mergeBase(Commit one, Commit other) throws CheckoutException {
        Git.Result found = git.run("merge-base", one.hash(), other.hash());
        if (!found.ok()) {
            throw new CheckoutException(
                    one.shortHash() + " and " + other.shortHash() + " have no commit in common",
                    shallow() ? WHOLE_HISTORY : "their histories are unrelated: use `compare` instead of `check`");
        }
        return new Commit(found.out().lines().findFirst().orElse(found.out()));
    }

    /**
     * The commit that is checked out.
     *
     * @throws CheckoutException if there is none yet
     */
    public Commit head() throws CheckoutException {
        return find("HEAD")
                .map(Commit::new)
                .orElseThrow(() -> new CheckoutException("there is no commit yet", "commit something first"));
    }

    public boolean isCheckedOut(Commit commit) throws CheckoutException {
        return find("HEAD").map(Commit::new).filter(commit::equals).isPresent();
    }

    /** Whether the project's files differ from the commit checked out. New files that git does not ignore count. */
    public boolean dirty() throws CheckoutException {
        return !bare
                && !git.must(
                                "status",
                                "--porcelain",
                                "--untracked-files=normal",
                                "--",
                                ":/",
                                ":(top,exclude,glob)**/" + OWN + "/**")
                        .isEmpty();
    }

    /** The files that differ between two commits, relative to the repository. */
    public List<String> changed(Commit from, Commit to) throws CheckoutException {
        String names = git.must("diff", "--name-only", "--no-renames", "-z", from.hash(), to.hash());
        return Stream.of(names.split("\0", -1)).filter(name -> !name.isEmpty()).toList();
    }

    /** The files of the work tree that differ from a commit, relative to the repository, with new files that git does not ignore. */
    public List<String> changedSince(Commit from) throws CheckoutException {
        String names = git.must("diff", "--name-only", "--no-renames", "-z", from.hash());
        String fresh = git.must("ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/");
        return foreign(names + "\0" + fresh);
    }

    public boolean contains(Commit later, Commit earlier) throws CheckoutException {
        return git.run("merge-base", "--is-ancestor", earlier.hash(), later.hash())
                .ok();
    }

    /**
     * The files of a state of the repository.
     *
     * @param folder the folder of the project in its checkout
     * @param commit the commit; empty for the work tree, with new files that git does not ignore
     */
    public Tree tree(Path folder, Optional<Commit> commit) throws CheckoutException {
        Path root = Git.root(folder);
        String names = commit.isPresent()
                ? git.must(
                        "ls-tree",
                        "-r",
                        "-z",
                        "--full-tree",
                        "--name-only",
                        commit.get().hash())
                : git.must("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--full-name", ":/");
        return new Tree(root, new SourceFiles(foreign(names)));
    }

    /** The names that git lists, without this program's own files. */
    private static List<String> foreign(String listed) {
        return Stream.of(listed.split("\0", -1))
                .filter(name -> !name.isEmpty() && !name.startsWith(OWN + "/"))
                .distinct()
                .toList();
    }

    /**
     * The revision of the base: the word itself, or the newest release for {@value #LATEST_RELEASE}.
     *
     * @param head the commit that is compared with the base
     */
    public String base(String word, Commit head) throws CheckoutException {
        return word.equals(LATEST_RELEASE) && find(word).isEmpty() ? latestRelease(head) : word;
    }

    /**
     * The newest release that a commit contains, except a release of this very commit. A release is a tag that ends in a version,
     * for example {@code v1.4} or {@code parser-2.0.1}. Pre-releases such as {@code 2.0-rc1} do not count.
     *
     * @throws CheckoutException if there is none
     */
    String latestRelease(Commit from) throws CheckoutException {
        return git.must(
                        "for-each-ref",
                        "--merged=" + from.hash(),
                        "--sort=-version:refname",
                        "--sort=-creatordate",
                        "--format=%(objectname) %(*objectname) %(refname:short)",
                        "refs/tags")
                .lines()
                .filter(line -> !line.contains(from.hash()))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(tag -> RELEASE.matcher(tag).matches())
                .findFirst()
                .orElseThrow(
                        () -> new CheckoutException(
                                from.shortHash()
                                        + " contains no release: no tag before it ends in a version such as `v1.4`",
                                "fetch the tags with `git fetch --tags` or `fetch-depth: 0`, or name what to compare with: --base TAG"));
    }

    /**
     * The hashes of all commits that a revision contains, including its own.
     *
     * @throws CheckoutException if there is no such revision
     */
    public Set<String> contained(String revision) throws CheckoutException {
        return hashes("rev-list", resolve(revision).hash());
    }

    /**
     * The hashes of the commits of branches and tags that a revision does not contain.
     *
     * @throws CheckoutException if there is no such revision
     */
    public Set<String> beside(String revision) throws CheckoutException {
        return hashes("rev-list", "--all", "--not", resolve(revision).hash());
    }

    /** Every commit of branches, tags and the checkout, which is the branch that is shown. */
    public CommitGraph commits() throws CheckoutException {
        return commits("HEAD");
    }

    /**
     * Every commit of branches, tags and the checkout.
     *
     * @param branch the revision that is shown
     */
    public CommitGraph commits(String branch) throws CheckoutException {
        Optional<String> tip = find(branch);
        String[] command = Stream.of(
                        Stream.of("rev-list", "--topo-order", "--reverse", "--parents", "--all"),
                        find("HEAD").stream(),
                        tip.stream())
                .flatMap(some -> some)
                .toArray(String[]::new);
        return CommitGraph.of(git.must(command).lines().filter(line -> !line.isEmpty()), tip);
    }

    /**
     * A commit and all commits after it up to another one, the earliest first, along the first parents.
     *
     * @throws CheckoutException if the first is not an ancestor of the other
     */
    public List<Commit> between(Commit from, Commit to) throws CheckoutException {
        if (!mergeBase(from, to).equals(from)) {
            throw new CheckoutException(
                    to.shortHash() + " does not contain " + from.shortHash(),
                    "name a range whose second commit comes after the first, as in `v1.0..HEAD`");
        }
        List<Commit> commits = new ArrayList<>(List.of(from));
        git.must("rev-list", "--first-parent", "--topo-order", "--reverse", from.hash() + ".." + to.hash())
                .lines()
                .filter(hash -> !hash.isEmpty())
                .forEach(hash -> commits.add(new Commit(hash)));
        return commits;
    }

    private Set<String> hashes(String... command) throws CheckoutException {
        return git.must(command).lines().collect(Collectors.toSet());
    }

    /**
     * The base of a change if none is specified: the target branch of the pull request, else the default branch of origin, else a
     * branch with a usual name. Empty if there is none.
     */
    public Optional<String> defaultBase() throws CheckoutException {
        String target = environment.getOrDefault("GITHUB_BASE_REF", "");
        if (!target.isEmpty()) {
            return Optional.of(
                    find("origin/" + target).isPresent() || find(target).isEmpty() ? "origin/" + target : target);
        }
        Git.Result origin = git.run("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
        List<String> candidates = Stream.concat(
                        origin.ok() ? Stream.of(origin.out()) : Stream.empty(), USUAL_BASES.stream())
                .toList();
        for (String candidate : candidates) {
            if (find(candidate).isPresent()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /**
     * The name of the repository: {@code owner/name} of its remote {@code origin} or of its only remote, else the hash of its first
     * commit. Empty if it has neither, and for a shallow clone without such a remote.
     */
    public Optional<String> name() throws CheckoutException {
        List<String> remotes = git.run("remote").out().lines().toList();
        String remote = remotes.size() == 1 ? remotes.get(0) : "origin";
        Matcher address = NAMED.matcher(
                git.run("config", "--get", "remote." + remote + ".url").out());
        if (address.find()) {
            return Optional.of(address.group(1).toLowerCase(Locale.ROOT));
        }
        return shallow()
                ? Optional.empty()
                : git.said("rev-list", "--first-parent", "--max-parents=0", "HEAD")
                        .map(String::strip)
                        .filter(first -> !first.isEmpty());
    }

    /** Whether the clone is shallow: it does not have the older commits. */
    public boolean shallow() throws CheckoutException {
        return git.must("rev-parse", "--is-shallow-repository").equals("true");
    }

    /** The project's folder inside the repository; empty if the project is the whole repository. */
    public Path prefix() {
        return prefix;
    }

    /**
     * Creates a separate repository with a commit checked out. It borrows the objects of this repository and has its branches and
     * tags, because tools derive versions from them. This repository does not change.
     *
     * @param tree a folder that does not exist
     * @throws CheckoutException if git cannot
     */
    void copyInto(Path tree, Commit commit) throws CheckoutException, IOException {
        Path own = git.directory().resolve(git.must("rev-parse", "--git-common-dir"));
        List<String> init = new ArrayList<>(List.of("init", "--quiet", "--template="));
        if (commit.isSha256()) {
            init.add("--object-format=sha256");
        }
        init.add(tree.toString());
        git.must(init.toArray(String[]::new));
        Path copied = tree.resolve(".git");
        Files.createDirectories(copied.resolve("objects/info"));
        Files.writeString(
                copied.resolve("objects/info/alternates"),
                own.resolve("objects").toRealPath() + "\n");
        Path shallow = own.resolve("shallow");
        if (Files.exists(shallow)) {
            Files.copy(shallow, copied.resolve("shallow"));
        }
        String refs = git.must(
                "for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/tags", "refs/remotes");
        if (!refs.isEmpty()) {
            Files.writeString(copied.resolve("packed-refs"), refs + "\n");
        }
        Files.writeString(copied.resolve("HEAD"), commit.hash() + "\n");
        Git.Result origin = git.run("config", "--get", "remote.origin.url");
        if (origin.ok()) {
            String url = PASSWORD.matcher(origin.out()).replaceFirst("$1");
            git.must("config", "--file", copied.resolve("config").toString(), "remote.origin.url", url);
        }
        Git.Result files = git.into(own.toRealPath(), tree).run("read-tree", "--reset", "-u", commit.hash());
        if (!files.ok()) {
            throw new CheckoutException(
                    "commit " + commit.shortHash() + " could not be checked out into " + tree + ": "
                            + Git.lastLine(files.err()),
                    shallow() ? "check out with `fetch-depth: 0`" : "");
        }
    }

    private Optional<String> find(String revision) throws CheckoutException {
        return revision.isBlank() || revision.startsWith("-") || revision.indexOf('\0') >= 0
                ? Optional.empty()
                : git.said("rev-parse", "--verify", "--quiet", revision + "^{commit}")
                        .map(String::strip);
    }

    private CheckoutException unknown(String revision) throws CheckoutException {
        List<String> names = git.must(
                        "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
                .lines()
                .toList();
        List<String> all = Stream.concat(Stream.of("HEAD"), names.stream()).toList();
        List<String> near = EXPRESSION.matcher(revision).find() ? List.of() : near(revision, all);
        String help = "";
        if (!near.isEmpty()) {
            help = Nearest.didYouMean(near);
        } else if (shallow()) {
            help = WHOLE_HISTORY;
        } else if (!names.isEmpty()) {
            help = "use a branch, a tag or a hash; `git branch --all` and `git tag` list them";
        }
        return new CheckoutException("unknown revision `" + revision + "`", help);
    }

    /** Names similar to a wrong one, also without the name of the remote. */
    private static List<String> near(String wrong, List<String> names) {
        Map<String, String> meant = new LinkedHashMap<>();
        names.forEach(name -> meant.put(name, name));
        names.forEach(name -> meant.putIfAbsent(name.substring(name.indexOf('/') + 1), name));
        return Nearest.to(wrong, meant.keySet()).stream()
                .map(name -> meant.getOrDefault(name, name))
                .distinct()
                .toList();
    }
}
