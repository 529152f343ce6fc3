package dev.clnrm.bench.faulty;

/** A class that declares nothing. */
public final class NoSuite {}
