/** Search spaces from the JSON files of ConfigSpace. */
@NullMarked
package org.optbench.tasks.configspace;

import org.jspecify.annotations.NullMarked;
