package dev.clnrm.bench.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that happens in a repository and starts workflows.
 *
 * @param event as workflows name it
 * @param commit the commit that GitHub says: {@code GITHUB_SHA}
 * @param ref the branch it happens on
 * @param payload the event file
 */
record Occurrence(String event, String commit, String ref, JsonNode payload) {}
