package org.optbench.optimizers.evolutionary;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** One parent and one child; several pending children share the parent of their time. */
final class OnePlusOneEs implements SteadyStateOptimizer.Method {

    private static final double SMALLEST_STEP = 1e-12;

    private final SearchSpace space;
    private final double targetSuccess;
    private final double initialSigma;
    private final double damping;
    private final RandomGenerator random;
    private final boolean[] categorical;
    private final Map<Long, double[]> pending = new HashMap<>();
    private double[] parent;
    private @Nullable Score parentScore;
    private double sigma;
    private boolean started;

    OnePlusOneEs(SearchSpace space, double[] start, double sigma, double targetSuccess, RandomGenerator random) {
        this.space = space;
        this.parent = start;
        this.sigma = sigma;
        this.initialSigma = sigma;
        this.targetSuccess = targetSuccess;
        this.damping = Math.sqrt(start.length + 1.0);
        this.random = random;
        this.categorical = new boolean[start.length];
        for (Parameter parameter : space.parameters()) {
            categorical[space.unitCube().offset(parameter.name())] = parameter instanceof CategoricalParameter;
        }
    }

    @Override
    public Optional<Configuration> propose(long tag) {
        double[] point = started ? child() : parent;
        started = true;
        pending.put(tag, point);
        return Optional.of(space.unitCube().decode(point));
    }

    private double[] child() {
        double[] child = parent.clone();
        for (int k = 0; k < child.length; k++) {
            if (!categorical[k]) {
                double moved = Math.abs(child[k] + sigma * random.nextGaussian()) % 2;
                child[k] = moved > 1 ? 2 - moved : moved;
            } else if (random.nextInt(child.length) == 0) {
                child[k] = random.nextDouble();
            }
        }
        return child;
    }

    @Override
    public void tell(long tag, Score score) {
        double[] point = pending.remove(tag);
        if (point == null) {
            throw new IllegalArgumentException("Trial with tag " + tag + " is not pending.");
        }
        boolean success = parentScore == null || score.compareTo(parentScore) <= 0;
        if (parentScore != null) {
            sigma *= StrictMath.exp(((success ? 1 : 0) - targetSuccess) / (damping * (1 - targetSuccess)));
            sigma = sigma < SMALLEST_STEP ? initialSigma : Math.min(sigma, 1); // a step too small to matter: look farther again
        }
        if (success) {
            parent = point;
            parentScore = score;
        }
    }
}
