@NullMarked
package dev.clnrm.bench.render;

import org.jspecify.annotations.NullMarked;
