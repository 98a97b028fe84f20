/** Settings of an embedded database, measured under a small transaction mix. */
@NullMarked
package org.optbench.tasks.systems.database;

import org.jspecify.annotations.NullMarked;
