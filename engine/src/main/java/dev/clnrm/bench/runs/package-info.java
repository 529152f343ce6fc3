/** Stored runs: folders, their manifest, baselines and bundles. */
@NullMarked
package dev.clnrm.bench.runs;

import org.jspecify.annotations.NullMarked;
