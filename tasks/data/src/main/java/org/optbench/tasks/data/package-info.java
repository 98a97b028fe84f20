/** Collections of published data: which there are, getting them, checking them. */
@NullMarked
package org.optbench.tasks.data;

import org.jspecify.annotations.NullMarked;
