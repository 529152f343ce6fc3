package dev.clnrm.bench.dsl;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;

/** The measured code: one interface for each number of arguments and kind of result, so that nothing is boxed. */
public final class Body {
    private Body() {}

    /** Returns an object, which is consumed. */
    @FunctionalInterface
    public interface Call0 {
        @Nullable Object call() throws Exception;
    }

    /** Takes the prepared state and returns an object, which is consumed. */
    @FunctionalInterface
    public interface Call1<S> {
        @Nullable Object call(S state) throws Exception;
    }

    /** Takes the prepared state and the parameter and returns an object, which is consumed. */
    @FunctionalInterface
    public interface Call2<S, P> {
        @Nullable Object call(S state, P parameter) throws Exception;
    }

    /** Returns an int, which is consumed without being boxed. */
    @FunctionalInterface
    public interface Int0 {
        int call() throws Exception;
    }

    /** Takes the prepared state and returns an int. */
    @FunctionalInterface
    public interface Int1<S> {
        int call(S state) throws Exception;
    }

    /** Takes the prepared state and the parameter and returns an int. */
    @FunctionalInterface
    public interface Int2<S, P> {
        int call(S state, P parameter) throws Exception;
    }

    /** Returns a long, which is consumed without being boxed. */
    @FunctionalInterface
    public interface Long0 {
        long call() throws Exception;
    }

    /** Takes the prepared state and returns a long. */
    @FunctionalInterface
    public interface Long1<S> {
        long call(S state) throws Exception;
    }

    /** Takes the prepared state and the parameter and returns a long. */
    @FunctionalInterface
    public interface Long2<S, P> {
        long call(S state, P parameter) throws Exception;
    }

    /** Returns a double, which is consumed without being boxed. */
    @FunctionalInterface
    public interface Double0 {
        double call() throws Exception;
    }

    /** Takes the prepared state and returns a double. */
    @FunctionalInterface
    public interface Double1<S> {
        double call(S state) throws Exception;
    }

    /** Takes the prepared state and the parameter and returns a double. */
    @FunctionalInterface
    public interface Double2<S, P> {
        double call(S state, P parameter) throws Exception;
    }

    /** Returns nothing and passes its results to the black hole. */
    @FunctionalInterface
    public interface Into0 {
        void call(Blackhole blackhole) throws Exception;
    }

    /** Takes the prepared state and passes its results to the black hole. */
    @FunctionalInterface
    public interface Into1<S> {
        void call(S state, Blackhole blackhole) throws Exception;
    }

    /** Takes the prepared state and the parameter and passes its results to the black hole. */
    @FunctionalInterface
    public interface Into2<S, P> {
        void call(S state, P parameter, Blackhole blackhole) throws Exception;
    }

    /** Starts an asynchronous operation; its completion ends the operation. */
    @FunctionalInterface
    public interface Async0 {
        CompletionStage<?> call() throws Exception;
    }

    /** Takes the prepared state and starts an asynchronous operation. */
    @FunctionalInterface
    public interface Async1<S> {
        CompletionStage<?> call(S state) throws Exception;
    }

    /** Takes the prepared state and the parameter and starts an asynchronous operation. */
    @FunctionalInterface
    public interface Async2<S, P> {
        CompletionStage<?> call(S state, P parameter) throws Exception;
    }
}
