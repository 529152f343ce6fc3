package dev.clnrm.bench.reach;

import dev.clnrm.bench.config.ClassPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The bytes of a class, which are parsed at the first use. Equal bytes are one object, so classes that both sides share are parsed once. */
final class ClassFile {
    private final byte[] bytes;
    private Optional<ClassCode> code = Optional.empty();

    private ClassFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** All files seen so far. */
    static final class Pool {
        private final Map<ByteBuffer, ClassFile> files = new HashMap<>();
        private final Map<ClassPath, Optional<CodeIndex>> indexes = new HashMap<>();

        ClassFile of(byte[] bytes) {
            return files.computeIfAbsent(ByteBuffer.wrap(bytes), missing -> new ClassFile(bytes));
        }

        /** The code on a class path, read once; empty if it cannot be read. */
        Optional<CodeIndex> index(ClassPath classPath) {
            return indexes.computeIfAbsent(classPath, missing -> {
                try {
                    return Optional.of(new CodeIndex(missing, this));
                } catch (IOException e) {
                    return Optional.empty();
                }
            });
        }
    }

    byte[] bytes() {
        return bytes;
    }

    ClassCode code() {
        if (code.isEmpty()) {
            code = Optional.of(ClassCode.of(bytes));
        }
        return code.get();
    }
}
