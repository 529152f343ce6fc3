package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Internals;
import dev.clnrm.bench.dsl.Suite;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Reads the declarations of suite classes. */
final class SuiteClasses {
    /** The most failures: a loader that fails at every step would never end. */
    private static final int MOST_FAILURES = 100;

    private SuiteClasses() {}

    /**
     * The suite that a class declares.
     *
     * @throws SuiteClassException if the class is missing, is not a suite, or throws while declaring
     */
    static Suite declare(String className) throws SuiteClassException {
        return declare(instance(className));
    }

    /**
     * The suite for a measured JVM.
     *
     * @param name a suite class, or the name of a suite that is registered as a service
     */
    static Suite find(String name) throws SuiteClassException {
        try {
            return declare(name);
        } catch (SuiteClassException missing) {
            if (!(missing.getCause() instanceof ClassNotFoundException)) {
                throw missing;
            }
            return services().stream()
                    .flatMap(service -> service.suite.stream())
                    .filter(suite -> Internals.spec(suite).name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> missing);
        }
    }

    /**
     * The suite of one service, or the reason why it could not be read.
     *
     * @param className its class, if known
     */
    record Service(String className, Optional<Suite> suite, Optional<SuiteClassException> failure) {}

    /** All suites that are registered as services; one that cannot be read does not hide the others. */
    static List<Service> services() {
        List<Service> services = new ArrayList<>();
        Iterator<BenchmarkSuite> all = ServiceLoader.load(BenchmarkSuite.class).iterator();
        for (int failures = 0; failures < MOST_FAILURES; ) {
            String className = BenchmarkSuite.class.getName();
            try {
                if (!all.hasNext()) {
                    return services;
                }
                BenchmarkSuite instance = all.next();
                className = instance.getClass().getName();
                services.add(new Service(className, Optional.of(declare(instance)), Optional.empty()));
            } catch (SuiteClassException e) {
                services.add(new Service(className, Optional.empty(), Optional.of(e)));
            } catch (ServiceConfigurationError | LinkageError e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                String message = e.getCause() == null ? "" : e.getMessage() + ": ";
                services.add(
                        new Service(className, Optional.empty(), Optional.of(SuiteClassException.of(message, cause))));
                failures++;
            }
        }
        return services;
    }

    private static Suite declare(BenchmarkSuite instance) throws SuiteClassException {
        Suite suite;
        try {
            suite = instance.declare();
            if (suite != null) {
                Internals.spec(suite);
            }
        } catch (Throwable thrown) {
            throw SuiteClassException.of("declare() threw ", thrown);
        }
        if (suite == null) {
            throw new SuiteClassException(
                    "declare() returned null", new NullPointerException("declare() returned null"));
        }
        return suite;
    }

    private static BenchmarkSuite instance(String className) throws SuiteClassException {
        try {
            Class<?> type =
                    Class.forName(className, true, Thread.currentThread().getContextClassLoader());
            if (!BenchmarkSuite.class.isAssignableFrom(type)) {
                throw new SuiteClassException(
                        "it does not implement " + BenchmarkSuite.class.getName(), new ClassCastException(className));
            }
            return (BenchmarkSuite) type.getConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw new SuiteClassException(
                    "it is not on the class path; build the project first, or correct the name", e);
        } catch (NoSuchMethodException e) {
            throw new SuiteClassException("it has no public constructor without arguments", e);
        } catch (IllegalAccessException e) {
            throw new SuiteClassException("it is not public", e);
        } catch (InstantiationException e) {
            throw new SuiteClassException("it is abstract", e);
        } catch (InvocationTargetException e) {
            throw SuiteClassException.of("its constructor threw ", e.getCause());
        } catch (LinkageError e) {
            throw SuiteClassException.of("could not be loaded: ", e);
        }
    }
}
