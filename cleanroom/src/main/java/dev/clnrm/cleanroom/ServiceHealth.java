package dev.clnrm.cleanroom;

/**
 * One line of a health report.
 *
 * @param service the service's name
 * @param status how it was when asked
 */
public record ServiceHealth(String service, HealthStatus status) {}
