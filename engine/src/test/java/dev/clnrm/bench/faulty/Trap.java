package dev.clnrm.bench.faulty;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicBoolean;

/** An object that runs code where it is read. */
public final class Trap implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final AtomicBoolean SPRUNG = new AtomicBoolean();

    /** Whether one was ever read in this process. */
    public static boolean sprung() {
        return SPRUNG.get();
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        SPRUNG.set(true);
    }
}
