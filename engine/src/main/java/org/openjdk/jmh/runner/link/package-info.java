/** Bridges to what JMH keeps to its packages; each opens one door. */
@NullMarked
package org.openjdk.jmh.runner.link;

import org.jspecify.annotations.NullMarked;
