package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.acquisition.LocalSearch;
import org.optbench.optimizers.bayes.forest.RegressionForest;
import org.optbench.optimizers.bayes.parzen.CoordinateKind;
import org.optbench.optimizers.bayes.space.History.Observed;

/**
 * Bayesian optimization by density-ratio estimation: a forest that tells the best part of the trials from the rest; its probability
 * is proportional to the expected improvement on the quantile between them (Tiao et al. 2021, equations 6 to 9). Graded labels weight the
 * good trials by their rank, in the spirit of the utilities of Song et al. 2022: a forest's probability is flat where binary labels agree.
 */
final class BoreOptimizer extends PointOptimizer {
    static final SearchSpace SPACE = SearchSpace.of(FloatParameter.linear("gamma", 0.05, 0.5).withDefault(0.25),
            IntParameter.log("trees", 10, 500).withDefault(50), IntParameter.log("initial", 2, 100).withDefault(10),
            CategoricalParameter.of("labels", "graded", "binary"));
    private static final int CENTRES = 10;

    private final double gamma;
    private final boolean graded;
    private final RegressionForest.Growth growth;
    private final CoordinateKind[] kinds;
    private final LocalSearch search;

    BoreOptimizer(OptimizerContext context) {
        super(context, "bore", Math.toIntExact(context.settings().whole("initial")));
        Configuration settings = context.settings();
        gamma = settings.real("gamma");
        graded = settings.choice("labels").equals("graded");
        growth = new RegressionForest.Growth(Math.toIntExact(settings.whole("trees")), true, 0.5, 2);
        kinds = encoding.kinds();
        search = new LocalSearch(encoding, 300, 3, 2 * Math.min(problem.space().dimension(), 20), 6);
    }

    @Override
    double[] suggest() {
        List<Observed> ranked = history.ranked();
        if (ranked.size() < 2) {
            return fresh(encoding.sample(random));
        }
        int good = Math.max(1, (int) Math.ceil(gamma * ranked.size()));
        List<double[]> points = new ArrayList<>(ranked.stream().map(Observed::point).toList());
        points.addAll(history.failed());
        points.addAll(history.pending());
        double[] label = new double[points.size()];
        for (int i = 0; i < good; i++) {
            label[i] = graded ? (double) (good - i) / good : 1;
        }
        RegressionForest classifier = RegressionForest.fit(kinds, points.toArray(double[][]::new), label, growth, random);
        List<double[]> centres = points.subList(0, Math.min(CENTRES, good));
        return search.maximise((at, values) -> classifier.predict(at, values, new double[at.length]), centres, this::allowed, random);
    }
}
