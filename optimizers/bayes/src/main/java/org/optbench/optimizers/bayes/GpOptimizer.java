package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optbench.model.Trial;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.acquisition.AcquisitionMaximiser;
import org.optbench.optimizers.bayes.acquisition.KnowledgeGradient;
import org.optbench.optimizers.bayes.acquisition.LogAcquisition;
import org.optbench.optimizers.bayes.acquisition.NoisyExpectedImprovement;
import org.optbench.optimizers.bayes.acquisition.Rule;
import org.optbench.optimizers.bayes.acquisition.SumAcquisition;
import org.optbench.optimizers.bayes.space.History.Observed;

/** Bayesian optimization with Gaussian processes. */
final class GpOptimizer extends PointOptimizer {
    private static final int CENTRES = 5;
    private static final int NOISE_SAMPLES = 8;
    private static final int KNOWLEDGE_POINTS = 30;

    private final AcquisitionTerm term;
    private final GpSettings settings;
    private final ProcessFamily processes;
    private final AcquisitionMaximiser maximiser;
    private Optional<ProcessFamily.Models> models = Optional.empty();

    GpOptimizer(OptimizerContext context) {
        this(context, (_, _) -> Optional.empty());
    }

    /**
     * @param term what is added to the logarithm of the acquisition; Thompson sampling has none and leaves it out
     */
    GpOptimizer(OptimizerContext context, AcquisitionTerm term) {
        super(context, "gp-bo", GpSettings.of(context.settings()).initialPoints(context.problem().space().dimension()));
        this.term = term;
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
        boolean feasible = believed.data().stream().anyMatch(Observed::feasible);
        return switch (settings.strategy()) {
            case LOG_EI -> maximise(processes.acquisition(believed, Rule.LOG_EI, 0), centres);
            case EI -> maximise(processes.acquisition(believed, Rule.EI, 0), centres);
            case PI -> maximise(processes.acquisition(believed, Rule.PI, 0), centres);
            case UCB -> maximise(processes.acquisition(believed, Rule.UCB, settings.beta()), centres);
            case NOISY_EI -> maximise(processes.withFeasibility(believed, feasible ? List.of(noisyImprovement(believed)) : List.of()), centres);
            case KNOWLEDGE_GRADIENT -> maximise(processes.withFeasibility(believed, feasible ? List.of(knowledge(believed)) : List.of()), centres);
            case THOMPSON -> processes.thompson(believed, maximiser.candidates(centres, random), this::allowed, random).orElseGet(
                    () -> fresh(encoding.sample(random)));
        };
    }

    private double[] maximise(Acquisition acquisition, List<double[]> centres) {
        Acquisition whole = term.at(encoding, history.observed().size()).<Acquisition>map(more -> new SumAcquisition(List.of(logarithm(acquisition), more)))
                .orElse(acquisition);
        return maximiser.maximise(whole, centres, this::allowed, random).point();
    }

    private Acquisition logarithm(Acquisition acquisition) {
        boolean isLogarithm = switch (settings.strategy()) {
            case LOG_EI, PI, THOMPSON -> true;
            case EI, UCB, NOISY_EI, KNOWLEDGE_GRADIENT -> false;
        };
        return isLogarithm ? acquisition : new LogAcquisition(acquisition);
    }

    private NoisyExpectedImprovement noisyImprovement(ProcessFamily.Models believed) {
        boolean[] eligible = new boolean[believed.objective().size()];
        for (int i = 0; i < believed.data().size(); i++) {
            eligible[i] = believed.data().get(i).feasible();
        }
        return new NoisyExpectedImprovement(believed.objective(), eligible, NOISE_SAMPLES, random);
    }

    private Acquisition knowledge(ProcessFamily.Models believed) {
        double[][] best = history.ranked().stream().limit(KNOWLEDGE_POINTS).map(o -> encoding.features(o.point())).toArray(double[][]::new);
        KnowledgeGradient gradient = new KnowledgeGradient(believed.objective(), best);
        return believed.constraints().isEmpty() ? gradient : new LogAcquisition(gradient);
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
