/** What CLNRM promises to guard: its suites, in the words of the DSL. */
@NullMarked
package dev.clnrm.benches;

import org.jspecify.annotations.NullMarked;
