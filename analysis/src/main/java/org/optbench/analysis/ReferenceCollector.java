package org.optbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.optbench.analysis.stats.Quantiles;
import org.optbench.indicators.ParetoFront;
import org.optbench.model.Objective;
import org.optbench.results.ResultReader;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;
import org.optbench.results.RunTrials;
import org.optbench.results.TaskSnapshot;

/**
 * Makes references from recorded results, once, to be stored and cited from then on.
 *
 * <p>With one objective, best is the known optimum or else the best result, worst the median over the runs of their first result that counts: what a
 * guess attains. With several objectives the front is that of all results that count, and best and worst are the ends of its ranges.
 */
public final class ReferenceCollector {

    private ReferenceCollector() {
    }

    /** References of the tasks of the finished runs of a query; tasks without a range, such as those on which all results are alike, are left out. */
    public static References collect(ResultReader reader, RunQuery query) {
        Map<String, Collected> tasks = new LinkedHashMap<>();
        reader.scan(query.withStatuses(RunStatus.DONE), trials -> {
            TaskSnapshot task = trials.run().run().task();
            tasks.computeIfAbsent(task.id().toString(), _ -> new Collected(task)).add(trials);
        });
        return References.of(tasks.values().stream().flatMap(collected -> collected.reference().stream()).toList());
    }

    private static final class Collected {
        private static final int PRUNE = 2000;
        private final TaskSnapshot task;
        private final List<Double> first = new ArrayList<>();
        private double best = Double.POSITIVE_INFINITY;
        private List<double[]> front = new ArrayList<>();

        Collected(TaskSnapshot task) {
            this.task = task;
        }

        void add(RunTrials trials) {
            boolean seen = false;
            for (int i = 0; i < trials.size(); i++) {
                if (!RunTraces.counts(trials, i, false)) {
                    continue;
                }
                double[] point = RunTraces.point(task.objectives(), trials, i);
                if (!Arrays.stream(point).allMatch(Double::isFinite)) {
                    continue;
                }
                if (point.length > 1) {
                    front.add(point);
                    if (front.size() >= PRUNE) {
                        prune();
                    }
                } else {
                    best = Math.min(best, point[0]);
                    if (!seen) {
                        first.add(point[0]);
                        seen = true;
                    }
                }
            }
        }

        private void prune() {
            front = new ArrayList<>(Arrays.asList(ParetoFront.of(front.toArray(double[][]::new))));
        }

        List<References.Reference> reference() {
            List<Objective> objectives = task.objectives();
            if (objectives.size() == 1) {
                if (first.isEmpty()) {
                    return List.of();
                }
                Objective objective = objectives.getFirst();
                double lower = objective.optimum().isPresent() ? objective.toMinimize(objective.optimum().getAsDouble()) : best;
                double upper = Quantiles.median(first.stream().mapToDouble(Double::doubleValue).toArray());
                return lower < upper ? List.of(new References.Reference(task.id().toString(), task.version(),
                        new double[]{objective.toMinimize(lower)}, new double[]{objective.toMinimize(upper)}, new double[0][])) : List.of();
            }
            if (front.isEmpty()) {
                return List.of();
            }
            prune();
            int m = objectives.size();
            double[] low = new double[m];
            double[] high = new double[m];
            for (int j = 0; j < m; j++) {
                int at = j;
                low[j] = objectives.get(j).toMinimize(front.stream().mapToDouble(p -> p[at]).min().orElseThrow());
                high[j] = objectives.get(j).toMinimize(front.stream().mapToDouble(p -> p[at]).max().orElseThrow());
            }
            double[][] own = front.stream().map(p -> {
                double[] turned = new double[m];
                for (int j = 0; j < m; j++) {
                    turned[j] = objectives.get(j).toMinimize(p[j]);
                }
                return turned;
            }).sorted(Arrays::compare).toArray(double[][]::new);
            return List.of(new References.Reference(task.id().toString(), task.version(), low, high, own));
        }
    }
}
