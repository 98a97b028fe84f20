package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optbench.model.Trial;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.acquisition.AcquisitionMaximiser;
import org.optbench.optimizers.bayes.acquisition.Rule;
import org.optbench.optimizers.bayes.space.History.Observed;

/** Bayesian optimization with Gaussian processes. */
final class GpOptimizer extends PointOptimizer {
    private static final int CENTRES = 5;

    private final GpSettings settings;
    private final ProcessFamily processes;
    private final AcquisitionMaximiser maximiser;
    private Optional<ProcessFamily.Models> models = Optional.empty();

    GpOptimizer(OptimizerContext context) {
        super(context, "gp-bo", GpSettings.of(context.settings()).initialPoints(context.problem().space().dimension()));
        settings = GpSettings.of(context.settings());
        processes = new ProcessFamily(problem, encoding, settings.radial(), settings.output(), settings.inputWarping());
        maximiser = new AcquisitionMaximiser(encoding, 200 + 20 * problem.space().dimension(), 100, 4, 40);
    }

    @Override
    public void tell(Trial trial) {
        super.tell(trial);
        models = Optional.empty();
    }

    @Override
    double[] suggest() {
        if (history.observed().isEmpty()) {
            return fresh(encoding.sample(random));
        }
        ProcessFamily.Models fitted = models.orElseGet(this::fit);
        models = Optional.of(fitted);
        ProcessFamily.Models believed = processes.believe(fitted, history.pending());
        List<double[]> centres = history.ranked().stream().limit(CENTRES).map(Observed::point).toList();
        Rule rule = GpSettings.read(Rule.class, GpSettings.text(settings.strategy()));
        return maximiser.maximise(processes.acquisition(believed, rule, settings.beta()), centres, this::allowed, random).point();
    }

    private ProcessFamily.Models fit() {
        List<Observed> data = selected();
        int failures = Math.min(history.failed().size(), Math.max(0, settings.modelPoints() - data.size()));
        return processes.fit(data, history.failed().subList(history.failed().size() - failures, history.failed().size()), random);
    }

    /** All observations, or the best and the latest when there are more than the process can take. */
    private List<Observed> selected() {
        List<Observed> all = history.observed();
        int limit = settings.modelPoints();
        if (all.size() <= limit) {
            return all;
        }
        List<Observed> chosen = new ArrayList<>(history.ranked().subList(0, limit / 2));
        boolean[] taken = new boolean[all.size()];
        chosen.forEach(o -> taken[o.index()] = true);
        for (int i = all.size() - 1; chosen.size() < limit && i >= 0; i--) {
            if (!taken[i]) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }
}
