/** The contract of task providers: checks that run as JUnit tests or into a plain report. */
@NullMarked
package org.optbench.tasks.testkit;

import org.jspecify.annotations.NullMarked;
