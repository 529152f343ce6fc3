package dev.clnrm.bench.dsl;

/** The kind of a body's result. */
enum Kind {
    OBJECT("Object"),
    INT("Int"),
    LONG("Long"),
    DOUBLE("Double"),
    INTO("Into"),
    ASYNC("Async");

    private static final String[] METHODS = {"none", "one", "two"};

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The JMH benchmark that runs a body of this kind. */
    String shape(Lifetime lifetime, int arguments) {
        String state =
                switch (lifetime) {
                    case FORK -> "Body.Shared";
                    case THREAD -> "Body.PerThread";
                    case INVOCATION -> "Batch.Fresh";
                };
        return "dev.clnrm.bench.fork.internal." + word + state + "." + METHODS[arguments];
    }
}
