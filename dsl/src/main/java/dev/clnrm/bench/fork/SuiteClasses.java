package dev.clnrm.bench.fork;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import java.lang.reflect.InvocationTargetException;
import java.util.ServiceLoader;

/** Asks suite classes for what they declare. */
final class SuiteClasses {
    private SuiteClasses() {}

    /**
     * The suite a class declares.
     *
     * @throws SuiteClassException if the class is missing, is no suite, or throws while declaring
     */
    static Suite declare(String className) throws SuiteClassException {
        return declare(instance(className));
    }

    /**
     * The suite that a measured JVM was told of.
     *
     * @param name a suite class, or the name of a suite that is offered as a service
     */
    static Suite find(String name) throws SuiteClassException {
        try {
            return declare(name);
        } catch (SuiteClassException missing) {
            if (!(missing.getCause() instanceof ClassNotFoundException)) {
                throw missing;
            }
            for (BenchmarkSuite service : ServiceLoader.load(BenchmarkSuite.class)) {
                Suite suite = declare(service);
                if (suite.spec().name().equals(name)) {
                    return suite;
                }
            }
            throw missing;
        }
    }

    static Suite declare(BenchmarkSuite instance) throws SuiteClassException {
        Suite suite;
        try {
            suite = instance.declare();
        } catch (Throwable thrown) {
            throw SuiteClassException.of(instance.getClass().getName(), "threw while declaring: ", thrown);
        }
        if (suite == null) {
            throw new SuiteClassException("declare() gave null", new NullPointerException("declare() gave null"));
        }
        return suite;
    }

    private static BenchmarkSuite instance(String className) throws SuiteClassException {
        try {
            Class<?> type =
                    Class.forName(className, true, Thread.currentThread().getContextClassLoader());
            if (!BenchmarkSuite.class.isAssignableFrom(type)) {
                throw new SuiteClassException(
                        "does not implement " + BenchmarkSuite.class.getName(), new ClassCastException(className));
            }
            return (BenchmarkSuite) type.getConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw new SuiteClassException("is not on the class path", e);
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new SuiteClassException("has no public constructor without arguments", e);
        } catch (InvocationTargetException e) {
            throw SuiteClassException.of(className, "threw while being made: ", e.getCause());
        } catch (LinkageError e) {
            throw SuiteClassException.of(className, "could not be loaded: ", e);
        }
    }
}
