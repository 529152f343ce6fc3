@NullMarked
package dev.clnrm.bench.report;

import org.jspecify.annotations.NullMarked;
