package org.optbench.tasks.learning;

import java.util.List;

/** All learners by id. */
final class Learners {

    private static final List<Learner> ALL = List.of(new ForestLearner(), new BoostingLearner(), new TreeLearner(), new SvmLearner(), new LogisticLearner(),
            new NeighbourLearner(), new DiscriminantLearner(), new NetworkLearner(), new ElasticNetLearner());

    private Learners() {
    }

    static List<Learner> all() {
        return ALL;
    }
}
