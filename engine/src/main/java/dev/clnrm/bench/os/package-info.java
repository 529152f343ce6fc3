/** What the operating system does for this program: it runs other programs and keeps folders for a while. */
@NullMarked
package dev.clnrm.bench.os;

import org.jspecify.annotations.NullMarked;
