package dev.clnrm.cleanroom;

/**
 * How containers were used in an environment.
 *
 * @param created containers whose factory succeeded
 * @param reused requests answered with a container that another request had created
 * @param released containers given back without a failure
 */
public record ContainerStatistics(long created, long reused, long released) {
    public ContainerStatistics {
        if (created < 0 || reused < 0 || released < 0 || released > created) {
            throw new IllegalArgumentException("counts do not fit: created " + created + ", reused " + reused
                    + ", released " + released + "; none may be negative, and none is released that was not created");
        }
    }

    /** Containers held now. */
    public long live() {
        return created - released;
    }

    /** The share of requests that were answered by reuse, from 0 to 1; 0 before the first request. */
    public double reuseRate() {
        long requests = created + reused;
        return requests == 0 ? 0.0 : (double) reused / requests;
    }
}
