/** GitHub, and a fake that checks each request against GitHub's own description. */
@NullMarked
package dev.clnrm.bench.github;

import org.jspecify.annotations.NullMarked;
