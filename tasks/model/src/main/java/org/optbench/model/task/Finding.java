package org.optbench.model.task;

/**
 * One thing outside the program that tasks use, such as an interpreter, a library or a collection of data.
 *
 * @param name    such as {@code torch}
 * @param isFound whether it is there
 * @param detail  version, place or what went wrong
 * @param remedy  the command that gets it; empty when it is there
 */
public record Finding(String name, boolean isFound, String detail, String remedy) {
}
