package org.optbench.model;

import java.util.List;

/**
 * Several related problems solved in one run, as in evolutionary multitasking. A categorical parameter selects the member that is evaluated; each
 * member has its own objective, and an evaluation gives NaN for the objectives of the others.
 *
 * @param selector   name of the categorical parameter that selects the member
 * @param members    its choices; the objective at the same position belongs to the member
 * @param dimensions number of leading coordinates of the shared space that each member uses
 */
public record MultiTask(String selector, List<String> members, List<Integer> dimensions) {

    public MultiTask {
        members = List.copyOf(members);
        dimensions = List.copyOf(dimensions);
        if (members.size() < 2 || members.size() != dimensions.size()) {
            throw new IllegalArgumentException(
                    "Multi-task problem with members " + members + " and dimensions " + dimensions + ": two or more members with a dimension each are needed.");
        }
    }
}
