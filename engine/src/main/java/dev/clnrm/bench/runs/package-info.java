/** Stored runs: folders, manifests, baselines and bundles. */
@NullMarked
package dev.clnrm.bench.runs;

import org.jspecify.annotations.NullMarked;
