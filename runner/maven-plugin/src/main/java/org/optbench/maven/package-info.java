/**
 * Goals that run the optbench command from a project's POM.
 *
 * <p>Maven may run on an older Java than optbench needs, so every goal finds JDK 25 and starts a JVM of its own there, with the
 * project's class path and the command line of optbench behind it. Optimizers and tasks of the project are found by
 * {@link java.util.ServiceLoader} as everywhere.
 */
@NullMarked
package org.optbench.maven;

import org.jspecify.annotations.NullMarked;
