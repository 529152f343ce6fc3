/** GitHub: comments, check runs, issues, and what it says of pull requests. */
@NullMarked
package dev.clnrm.bench.github;

import org.jspecify.annotations.NullMarked;
