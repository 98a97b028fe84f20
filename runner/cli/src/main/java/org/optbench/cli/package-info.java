/** The command {@code optbench}. */
@NullMarked
package org.optbench.cli;

import org.jspecify.annotations.NullMarked;
