/** Makes package-private parts of JMH accessible. */
@NullMarked
package org.openjdk.jmh.runner.link;

import org.jspecify.annotations.NullMarked;
