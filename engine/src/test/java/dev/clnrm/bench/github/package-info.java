/** GitHub, and a fake of it that holds each request against GitHub's own description. */
@NullMarked
package dev.clnrm.bench.github;

import org.jspecify.annotations.NullMarked;
