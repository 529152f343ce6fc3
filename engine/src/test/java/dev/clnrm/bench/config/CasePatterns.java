package dev.clnrm.bench.config;

/** Patterns of cases that are known to be right. */
final class CasePatterns {
    private CasePatterns() {}

    static CasePattern of(String text) {
        return CasePattern.parse(text).orElseThrow();
    }
}
