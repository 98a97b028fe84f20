/** Tasks generated from structured ids around numeric functions. */
@NullMarked
package org.optbench.tasks.synthetic.task;

import org.jspecify.annotations.NullMarked;
