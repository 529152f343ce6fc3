package dev.clnrm.cleanroom;

/**
 * One line of a health report.
 *
 * @param service the service's name
 * @param status its health at the time of the check
 */
public record ServiceHealth(String service, HealthStatus status) {}
