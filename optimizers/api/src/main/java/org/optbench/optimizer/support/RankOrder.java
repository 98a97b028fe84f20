package org.optbench.optimizer.support;

import java.util.ArrayList;
import java.util.List;

/**
 * The order of all successful trials, rebuilt from the rank that each was told with. A rank counts the trials told until then, ties averaged: k better ones and t
 * tied ones (itself among them) give k + (t + 1) / 2. Half ranks within a group of ties tell the group apart from the gaps beside it. Linear time a trial.
 */
final class RankOrder {

    static final Place NOWHERE = new Place();

    private final List<Place> groups = new ArrayList<>();

    /** A group of tied trials. */
    static final class Place {

        private int members;
        private int better;

        /** Rank of the group now, 1 for the best, ties averaged. */
        double rank() {
            return better + (members + 1) / 2.0;
        }
    }

    /** The place of a trial told with that rank. */
    Place insert(double rank) {
        int at = 0;
        while (at < groups.size() && groups.get(at).better + 1 < rank) {
            Place group = groups.get(at);
            if (rank == group.better + (group.members + 2) / 2.0) {
                join(at);
                return group;
            }
            at++;
        }
        Place added = new Place();
        added.better = at == 0 ? 0 : groups.get(at - 1).better + groups.get(at - 1).members;
        groups.add(at, added);
        join(at);
        return added;
    }

    private void join(int at) {
        groups.get(at).members++;
        for (int i = at + 1; i < groups.size(); i++) {
            groups.get(i).better++;
        }
    }
}
