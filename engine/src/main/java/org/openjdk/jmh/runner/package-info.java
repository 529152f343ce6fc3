/** Makes package-private parts of JMH accessible. */
@NullMarked
package org.openjdk.jmh.runner;

import org.jspecify.annotations.NullMarked;
