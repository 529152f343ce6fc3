/** Makes a package-private part of JMH accessible. */
@NullMarked
package org.openjdk.jmh.util.lines;

import org.jspecify.annotations.NullMarked;
