package dev.clnrm.bench.reach;

/**
 * A member that differs, and what the code calls it.
 *
 * @param owner the internal name of its class; of a resource its name
 * @param key what names it among all members
 * @param made whether a compiler made it, so that no source has it
 */
record Differing(String owner, String key, ChangedMember member, boolean made) {}
