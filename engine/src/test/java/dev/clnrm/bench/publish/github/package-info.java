/** GitHub, and a fake of it that holds each request against GitHub's own description. */
@NullMarked
package dev.clnrm.bench.publish.github;

import org.jspecify.annotations.NullMarked;
