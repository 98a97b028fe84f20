@NullMarked
package org.optbench.tasks.systems;

import org.jspecify.annotations.NullMarked;
