@NullMarked
package org.optbench.tasks.training;

import org.jspecify.annotations.NullMarked;
