package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.optbench.model.Trial;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.gp.KernelShape;
import org.optbench.optimizers.bayes.gp.OutputTransform;
import org.optbench.optimizers.bayes.gp.Radial;
import org.optbench.optimizers.bayes.space.History.Observed;

/**
 * Trust-region Bayesian optimization (Eriksson et al. 2019, TuRBO-1): Thompson sampling inside a box around the best point of the
 * current restart, stretched by the lengthscales; the box doubles after successes, halves after failures, and a box that has become too
 * small ends the restart.
 */
final class TurboOptimizer extends PointOptimizer {
    static final SearchSpace SPACE = SearchSpace.of(FloatParameter.linear("initial_length", 0.1, 1.6).withDefault(0.8),
            FloatParameter.log("least_length", 1e-4, 0.1).withDefault(0.0078125), IntParameter.linear("success_tolerance", 1, 10).withDefault(3),
            FloatParameter.log("initial_per_dimension", 0.5, 10).withDefault(1.0), IntParameter.log("candidates", 50, 500).withDefault(300),
            CategoricalParameter.of("perturb_few", "true", "false"), GpSettings.choice("output", OutputTransform.POWER, OutputTransform.values()));
    private static final double LARGEST_LENGTH = 1.6;
    private static final int MODEL_POINTS = 400;

    private final Configuration settings;
    private final ProcessFamily processes;
    private final int restartPoints;
    private final int failureTolerance;
    private List<double[]> restartDesign = List.of();
    private int designed;
    private int restartAt;
    private double length;
    private int successes;
    private int failures;
    private double best = Double.POSITIVE_INFINITY;
    private double leastViolation = Double.POSITIVE_INFINITY;
    private Optional<ProcessFamily.Models> models = Optional.empty();

    TurboOptimizer(OptimizerContext context) {
        super(context, "turbo", initial(context));
        settings = context.settings();
        processes = new ProcessFamily(problem, encoding, Radial.MATERN_52, GpSettings.read(OutputTransform.class, settings.choice("output")), false);
        restartPoints = initial(context);
        int workers = Math.max(context.workers(), 1);
        failureTolerance = (int) Math.ceil(Math.max(4.0, problem.space().dimension()) / workers) * workers;
        length = settings.real("initial_length");
    }

    private static int initial(OptimizerContext context) {
        return Math.max(3, (int) Math.round(context.settings().real("initial_per_dimension") * (context.problem().space().dimension() + 1)));
    }

    @Override
    public void tell(Trial trial) {
        int before = history.observed().size();
        super.tell(trial);
        models = Optional.empty();
        boolean inDesign = history.observed().size() - restartAt <= restartPoints;
        boolean improved = history.observed().size() > before && improves(history.observed().getLast());
        if (!inDesign || history.observed().size() == before) {
            count(improved);
        }
    }

    private boolean improves(Observed observed) {
        if (observed.feasible()) {
            boolean better = leastViolation > 0 || observed.value() < best - 1e-3 * Math.abs(best);
            leastViolation = 0;
            best = Math.min(best, observed.value());
            return better;
        }
        boolean better = observed.violation() < leastViolation;
        leastViolation = Math.min(leastViolation, observed.violation());
        return better;
    }

    private void count(boolean improved) {
        successes = improved ? successes + 1 : 0;
        failures = improved ? 0 : failures + 1;
        if (successes >= settings.whole("success_tolerance")) {
            length = Math.min(2 * length, LARGEST_LENGTH);
            successes = 0;
        } else if (failures >= failureTolerance) {
            length /= 2;
            failures = 0;
        }
        if (length < settings.real("least_length")) {
            restart();
        }
    }

    private void restart() {
        length = settings.real("initial_length");
        successes = 0;
        failures = 0;
        best = Double.POSITIVE_INFINITY;
        leastViolation = Double.POSITIVE_INFINITY;
        restartAt = history.observed().size();
        restartDesign = encoding.design(restartPoints, random);
        designed = 0;
    }

    @Override
    double[] suggest() {
        if (designed < restartDesign.size()) {
            return fresh(restartDesign.get(designed++));
        }
        List<Observed> local = local();
        if (local.isEmpty()) {
            return fresh(encoding.sample(random));
        }
        ProcessFamily.Models fitted = models.orElseGet(() -> processes.fit(local, List.of(), random));
        models = Optional.of(fitted);
        ProcessFamily.Models believed = processes.believe(fitted, history.pending());
        double[] centre = centre(local);
        double[] halfWidth = halfWidth(fitted.objective().hyperparameters().lengthscales(), fitted.objective().shape());
        double probability = settings.choice("perturb_few").equals("true") ? Math.min(1, 20.0 / problem.space().dimension()) : 1;
        List<double[]> candidates = new ArrayList<>();
        for (int i = 0; i < settings.whole("candidates"); i++) {
            candidates.add(encoding.inBox(centre, halfWidth, probability, random));
        }
        return processes.thompson(believed, candidates, this::allowed, random).orElseGet(() -> fresh(centre));
    }

    /** Observations of this restart, the latest if there are many. */
    private List<Observed> local() {
        List<Observed> all = history.observed();
        return all.subList(Math.max(restartAt, all.size() - MODEL_POINTS), all.size());
    }

    private static double[] centre(List<Observed> local) {
        Observed best = local.getFirst();
        for (Observed o : local) {
            if (o.feasible() && best.feasible() ? o.value() < best.value() : o.violation() < best.violation()) {
                best = o;
            }
        }
        return best.point();
    }

    /** Half the sides of the box: the length, stretched along long lengthscales with the volume kept. */
    private double[] halfWidth(double[] lengthscales, KernelShape shape) {
        double logMean = Arrays.stream(lengthscales).map(StrictMath::log).average().orElse(0);
        double[] half = new double[encoding.width()];
        for (int k = 0; k < half.length; k++) {
            int feature = encoding.floatFeature(k);
            double stretch = feature < 0 ? 1 : StrictMath.exp(StrictMath.log(lengthscales[shape.group()[feature]]) - logMean);
            half[k] = 0.5 * length * Math.min(Math.max(stretch, 0.1), 10);
        }
        return half;
    }
}
