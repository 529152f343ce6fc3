/** GitHub: comments, check runs, issues and pull requests. */
@NullMarked
package dev.clnrm.bench.github;

import org.jspecify.annotations.NullMarked;
