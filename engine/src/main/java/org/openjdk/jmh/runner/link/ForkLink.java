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
 * The host side of JMH's connection to one fork. It sends the plan and passes on the results, one iteration at a time.
 *
 * <p>JMH's own host prints what the fork prints and reads any class that the fork sends. This one does neither, because the fork
 * runs untrusted code: printed bytes go to the listener, and a filter accepts only the types that results consist of.
 */
public final class ForkLink implements Closeable {
    private static final int CONNECTIONS = 1;

    /** Receives the messages of a fork, on the connection's own thread. */
    public interface Listener {
        /** An iteration is about to start. */
        void iterationStarted(BenchmarkParams benchmark, IterationParams params, int number);

        /** An iteration has ended. */
        void iterationEnded(BenchmarkParams benchmark, IterationParams params, int number, IterationResult result);

        /** JMH prints a line. */
        void said(String line);

        /** The code under test prints. */
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

    /** The state of the connection with the fork. */
    public enum State {
        /** No fork is connected yet. */
        WAITING,
        /** A fork is connected. */
        CONNECTED,
        /** The fork has its plan. */
        PLANNED,
        /** The fork ended the connection as expected. */
        FINISHED,
        /** The fork disconnected unexpectedly, or sent something that cannot be read. */
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

    /** The address to which a fork connects. */
    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    /** The port to which a fork connects. */
    public int port() {
        return server.getLocalPort();
    }

    public State state() {
        return state;
    }

    /** Whether the connection has ended. */
    public boolean over() {
        return state == State.FINISHED || state == State.BROKEN;
    }

    /**
     * Whether the JMH versions of the fork and the host do not match: the fork connected but never requested its plan, or sent
     * something that this version cannot read.
     */
    public boolean foreign() {
        return !understood && (unreadable || (called && !asked));
    }

    /** The reason why the connection broke; empty if it did not break. */
    public String trouble() {
        return trouble;
    }

    /** Waits until everything the fork has sent is passed on. */
    public void drain(long millis) throws InterruptedException {
        thread.join(millis);
    }

    /** Closes the connection, even if the fork is still sending. */
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
