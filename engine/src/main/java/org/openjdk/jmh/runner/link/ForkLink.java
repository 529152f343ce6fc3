package org.openjdk.jmh.runner.link;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.ActionPlan;
import org.openjdk.jmh.runner.options.Options;

/**
 * The host's end of JMH's link to one fork: hands out the plan and passes on what comes back, an iteration at a time.
 *
 * <p>JMH's own host end prints what the fork prints and reads any class the fork sends. This one does neither: printed bytes go to
 * the listener, and a filter admits the types results are made of and nothing else, for the fork runs code nobody here vouches for.
 */
public final class ForkLink implements Closeable {
    private static final int CONNECTIONS = 1;

    /** What a fork says. Called on the link's own thread. */
    public interface Listener {
        /** An iteration is about to start. */
        void iterationStarted(BenchmarkParams benchmark, IterationParams params, int number);

        /** An iteration has ended. */
        void iterationEnded(BenchmarkParams benchmark, IterationParams params, int number, IterationResult result);

        /** JMH itself says a line. */
        void said(String line);

        /** The code under test printed. */
        void printed(byte[] bytes);
    }

    private final ServerSocket server;
    private final Options options;
    private final ActionPlan plan;
    private final Listener listener;
    private final Thread thread;
    private volatile Closeable caller = () -> {};
    private volatile boolean closed;
    private volatile State state = State.WAITING;
    private volatile String trouble = "";
    private volatile boolean called;
    private volatile boolean asked;
    private volatile boolean unreadable;
    private volatile boolean understood;

    /** How far the exchange with the fork has come. */
    public enum State {
        /** Nobody has called yet. */
        WAITING,
        /** A fork has called. */
        CONNECTED,
        /** The fork has its plan. */
        PLANNED,
        /** The fork said good-bye. */
        FINISHED,
        /** The fork is gone without a good-bye, or said something that is not understood. */
        BROKEN
    }

    /** Listens on a free port of the loopback interface. */
    public ForkLink(Options options, ActionPlan plan, Listener listener) throws IOException {
        this.server = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress());
        this.options = options;
        this.plan = plan;
        this.listener = listener;
        this.thread = new Thread(this::serve, "fork-link");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** The address a fork is told to call. */
    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    /** The port a fork is told to call. */
    public int port() {
        return server.getLocalPort();
    }

    public State state() {
        return state;
    }

    /** Whether nothing more comes. */
    public boolean over() {
        return state == State.FINISHED || state == State.BROKEN;
    }

    /** Whether the fork's JMH does not understand this one, or this one not it: it called and never asked for its plan, or sent what this one cannot read. */
    public boolean foreign() {
        return !understood && (unreadable || (called && !asked));
    }

    /** What broke the link; empty while nothing did. */
    public String trouble() {
        return trouble;
    }

    /** Waits until everything the fork has sent is passed on. */
    public void drain(long millis) throws InterruptedException {
        thread.join(millis);
    }

    /** Hangs up, whoever may be talking. */
    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
        caller.close();
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            caller = socket;
            server.close();
            if (closed) {
                throw new EOFException();
            }
            ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.flush();
            ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(socket.getInputStream()));
            FrameFilter filter = new FrameFilter();
            in.setObjectInputFilter(filter);
            state = State.CONNECTED;
            called = true;
            while (state != State.FINISHED) {
                filter.next();
                handle(in.readObject(), out);
            }
        } catch (InvalidClassException | ClassNotFoundException e) {
            unreadable = true;
            broken(e.toString());
        } catch (EOFException e) {
            broken("the connection ended");
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            broken(e.toString());
        }
    }

    private void broken(String why) {
        trouble = why;
        state = State.BROKEN;
    }

    private void handle(Object frame, ObjectOutputStream out) throws IOException {
        if (frame instanceof OutputFormatFrame said) {
            format(said);
        } else if (frame instanceof OutputFrame printed) {
            listener.printed(printed.getData());
        } else if (frame instanceof HandshakeInitFrame) {
            reply(new HandshakeResponseFrame(options), out);
        } else if (frame instanceof InfraFrame) {
            reply(new ActionPlanFrame(plan), out);
            state = State.PLANNED;
            asked = true;
        } else if (frame instanceof FinishingFrame) {
            state = State.FINISHED;
        }
    }

    private static void reply(Object frame, ObjectOutputStream out) throws IOException {
        out.writeObject(frame);
        out.flush();
    }

    private void format(OutputFormatFrame frame) {
        Object[] args = frame.args == null ? new Object[0] : frame.args;
        if (args.length == 4
                && args[0] instanceof BenchmarkParams benchmark
                && args[1] instanceof IterationParams params
                && args[2] instanceof Integer number
                && args[3] instanceof IterationResult result) {
            understood = true;
            listener.iterationEnded(benchmark, params, number, result);
        } else if (args.length == 3
                && args[0] instanceof BenchmarkParams benchmark
                && args[1] instanceof IterationParams params
                && args[2] instanceof Integer number) {
            listener.iterationStarted(benchmark, params, number);
        } else if (args.length == 1 && args[0] instanceof String line) {
            listener.said(line);
        } else if (args.length == 1 && args[0] instanceof byte[] bytes) {
            listener.said(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
