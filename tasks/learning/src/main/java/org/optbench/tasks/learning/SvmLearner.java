package org.optbench.tasks.learning;

import java.util.concurrent.atomic.AtomicLong;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import smile.classification.OneVersusOne;
import smile.math.kernel.GaussianKernel;
import smile.math.kernel.LaplacianKernel;
import smile.math.kernel.LinearKernel;
import smile.math.kernel.MercerKernel;
import smile.math.kernel.PolynomialKernel;

/** Support vector machine, one against one for several classes; epsilon-regression. Its kernel's parameters are conditional. */
final class SvmLearner implements Learner {

    @Override
    public String id() {
        return "svm";
    }

    @Override
    public String about() {
        return "support vector machine";
    }

    @Override
    public boolean handles(DataSets.Info data) {
        return true;
    }

    @Override
    public SearchSpace space(DataSets.Info data) {
        SearchSpace.Builder space = SearchSpace.builder().add(FloatParameter.log("cost", 0.01, 1000).withDefault(1))
                .add(CategoricalParameter.of("kernel", "gaussian", "laplacian", "polynomial", "linear"))
                .add(FloatParameter.log("width", 0.1, 100).withDefault(3), Condition.in("kernel", "gaussian", "laplacian"))
                .add(IntParameter.linear("degree", 2, 4).withDefault(3), Condition.equal("kernel", "polynomial"))
                .add(FloatParameter.linear("offset", 0, 2).withDefault(1), Condition.equal("kernel", "polynomial"));
        return (data.isRegression() ? space.add(FloatParameter.log("epsilon", 0.01, 10).withDefault(0.1)) : space).build();
    }

    @Override
    public boolean isStochastic() {
        return true;
    }

    @Override
    public Model fit(Configuration configuration, double[][] x, double[] target, int classes, double level, long seed) {
        MercerKernel<double[]> kernel = kernel(configuration, x[0].length);
        double cost = configuration.real("cost");
        if (classes == 0) {
            double epsilon = configuration.real("epsilon");
            var machine = smile.regression.SVM.fit(x, target, kernel, new smile.regression.SVM.Options(epsilon, cost, 1e-3));
            return new FittedModel(rows -> Frames.predictRows(rows, machine::predict), machine.vectors().length);
        }
        AtomicLong vectors = new AtomicLong();
        var machine = OneVersusOne.fit(x, Frames.labels(target), (rows, labels) -> {
            var binary = smile.classification.SVM.fit(rows, labels, kernel, new smile.classification.SVM.Options(cost, 1e-3, 1));
            vectors.addAndGet(binary.vectors().length);
            return binary;
        });
        return new FittedModel(rows -> Frames.predictRows(rows, machine::predict), vectors.get());
    }

    private static MercerKernel<double[]> kernel(Configuration configuration, int features) {
        return switch (configuration.choice("kernel")) {
            case "gaussian" -> new GaussianKernel(configuration.real("width"));
            case "laplacian" -> new LaplacianKernel(configuration.real("width"));
            case "polynomial" -> new PolynomialKernel((int) configuration.whole("degree"), 1.0 / features, configuration.real("offset"));
            default -> new LinearKernel();
        };
    }
}
