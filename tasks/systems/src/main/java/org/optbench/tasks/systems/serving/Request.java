package org.optbench.tasks.systems.serving;

/**
 * A request of a trace.
 *
 * @param arrival seconds after the start
 * @param prompt  tokens that are read, at least 1
 * @param output  tokens that are written, at least 1
 */
record Request(double arrival, int prompt, int output) {
}
