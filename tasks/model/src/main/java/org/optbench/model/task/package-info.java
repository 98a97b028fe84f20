/** The interface of tasks: providers that are found by {@link java.util.ServiceLoader}, what they describe, and how a task is evaluated. */
@NullMarked
package org.optbench.model.task;

import org.jspecify.annotations.NullMarked;
