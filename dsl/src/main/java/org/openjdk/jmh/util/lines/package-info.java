/** A bridge to what JMH keeps to this package. */
@NullMarked
package org.openjdk.jmh.util.lines;

import org.jspecify.annotations.NullMarked;
