package dev.clnrm.cleanroom;

/**
 * The use of containers in an environment.
 *
 * @param created containers whose factory succeeded
 * @param reused requests answered with a container that another request had created
 * @param released containers released without a failure
 */
public record ContainerStatistics(long created, long reused, long released) {
    public ContainerStatistics {
        if (created < 0 || reused < 0 || released < 0 || released > created) {
            throw new IllegalArgumentException("counts are inconsistent: created " + created + ", reused " + reused
                    + ", released " + released + "; none may be negative, and no more can be released than created");
        }
    }

    /** The containers that are held now. */
    public long live() {
        return created - released;
    }

    /** The share of requests answered by reuse, from 0 to 1; 0 before the first request. */
    public double reuseRate() {
        long requests = created + reused;
        return requests == 0 ? 0.0 : (double) reused / requests;
    }
}
