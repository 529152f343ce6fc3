package dev.clnrm.bench.reach;

/**
 * A member that differs, with its name in the code.
 *
 * @param owner the internal name of its class; for a resource, its name
 * @param key its unique key among all members
 * @param made whether the compiler generated it, so it is in no source file
 */
record Differing(String owner, String key, ChangedMember member, boolean made) {}
