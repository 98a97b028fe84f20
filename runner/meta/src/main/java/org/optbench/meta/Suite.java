package org.optbench.meta;

import java.util.List;
import java.util.stream.Stream;
import org.optbench.model.task.TaskId;

/**
 * A small set of tasks with known optima on which settings are judged.
 *
 * @param id        segment of task ids
 * @param templates ids of the tasks without their instance
 */
record Suite(String id, List<String> templates) {

    /** Sphere, Rosenbrock, sharp ridge, Rastrigin and Gallagher's peaks: one function of each group of bbob. */
    private static final List<String> FUNCTIONS = List.of("f1", "f8", "f13", "f15", "f21");

    /** The suites there are. */
    static List<Suite> all() {
        return Stream.of(2, 5, 10)
                .map(d -> new Suite("bbob-d" + d, FUNCTIONS.stream().map(function -> "bbob/" + function + "/d" + d + "/i").toList())).toList();
    }

    /** The task of a run: functions by turns, each time around with the next instance. */
    TaskId task(int run) {
        return TaskId.of(templates.get(run % templates.size()) + (1 + run / templates.size()));
    }
}
