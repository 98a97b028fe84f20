package org.optbench.tasks.synthetic.multitask;

import org.optbench.tasks.synthetic.function.RealFunction;

/**
 * One problem of a group: a function of the leading coordinates of the shared unit cube.
 *
 * @param name     unique in its group
 * @param function takes the leading coordinates, array shape {@code [dimension]}
 * @param optimum  its minimum
 */
record Member(String name, RealFunction function, double optimum) {

    int dimension() {
        return function.dimension();
    }
}
