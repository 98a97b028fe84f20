package org.optbench.model.space;

/** The kinds of parameter a search space may hold; optimizers declare which of them they handle. */
public enum ParameterKind {
    FLOAT, INT, CATEGORICAL, ORDINAL, PERMUTATION
}
