/** The measured program of the database's tasks; needs the JDK and the driver. */
@NullMarked
package org.optbench.tasks.systems.database.worker;

import org.jspecify.annotations.NullMarked;
