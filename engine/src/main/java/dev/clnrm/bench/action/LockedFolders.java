package dev.clnrm.bench.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folders of the runner that no other user may enter until they are opened again. They contain the step's output files and the event, the
 * home folder of other steps, and temporary files. Newer versions of {@code actions/checkout} store their token among these.
 */
final class LockedFolders {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Map<Path, Set<PosixFilePermission>> before = new LinkedHashMap<>();

    private LockedFolders() {}

    /**
     * Closes the folders. A folder that contains the workspace stays open.
     *
     * @param folders the folders, which may be missing
     */
    static LockedFolders of(List<Path> folders, Path workspace) throws IOException {
        LockedFolders closed = new LockedFolders();
        try {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && !workspace.startsWith(folder)
                        && !closed.before.containsKey(folder)) {
                    Set<PosixFilePermission> now = Files.getPosixFilePermissions(folder);
                    closed.before.put(folder, now);
                    Set<PosixFilePermission> less = EnumSet.copyOf(now);
                    less.removeAll(OTHERS);
                    Files.setPosixFilePermissions(folder, less);
                }
            }
            return closed;
        } catch (IOException e) {
            closed.open();
            throw e;
        }
    }

    void open() throws IOException {
        for (Map.Entry<Path, Set<PosixFilePermission>> folder : before.entrySet()) {
            Files.setPosixFilePermissions(folder.getKey(), folder.getValue());
        }
    }
}
