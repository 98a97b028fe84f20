package org.jooq.wrong;

/** Stands for a class of jOOQ. */
public final class Row {
}
