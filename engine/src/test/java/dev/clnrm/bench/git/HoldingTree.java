package dev.clnrm.bench.git;

import java.nio.file.Path;

/** A process that uses a work tree until it is killed. */
final class HoldingTree {
    private HoldingTree() {}

    public static void main(String[] arguments) throws Exception {
        Repository repository = Repository.at(Path.of(arguments[0]), System.getenv());
        try (Trees trees = Trees.open(repository, Path.of(arguments[1]))) {
            trees.of(repository.head());
            System.out.println("holding");
            Thread.sleep(600_000);
        }
    }
}
