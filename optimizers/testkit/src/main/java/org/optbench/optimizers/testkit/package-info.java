/** The contract of optimizers: checks that run as JUnit tests or into a plain report. */
@NullMarked
package org.optbench.optimizers.testkit;

import org.jspecify.annotations.NullMarked;
