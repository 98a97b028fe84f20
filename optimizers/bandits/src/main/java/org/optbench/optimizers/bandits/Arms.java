package org.optbench.optimizers.bandits;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.space.Encoding;

/**
 * A search space cut into arms: equal cells of an interval or of a small discrete space, the neighbourhoods of a space-filling set of points otherwise. Pulling an arm
 * evaluates its centre where results vary from one evaluation to the next, and a random point of its cell where they do not.
 */
final class Arms {

    private static final int LEAST = 4;
    private static final int MOST_BY_BUDGET = 100;
    private static final int WITHOUT_BUDGET = 16;

    private final Encoding encoding;
    private final List<double[]> centres;
    private final double[] halfWidth;
    private final boolean centred;

    /**
     * @param count   number of arms wanted; 0 for 2 T^(1/4) in a budget of T evaluations, the order at which the losses near a smooth minimum are known as well as the cells are wide
     */
    Arms(OptimizerContext context, int count, RandomGenerator random) {
        Problem problem = context.problem();
        this.encoding = new Encoding(problem.space());
        int wanted = count > 0 ? count : automatic(context.budget().expectedFullEvaluations());
        this.centres = centres(encoding, wanted, random);
        this.centred = problem.noisy() || problem.context().isPresent();
        this.halfWidth = new double[encoding.width()];
        Arrays.fill(halfWidth, 0.5 * StrictMath.pow(centres.size(), -1.0 / encoding.width()));
    }

    private static int automatic(double budget) {
        return Double.isInfinite(budget) ? WITHOUT_BUDGET : (int) Math.clamp(Math.round(2 * StrictMath.sqrt(StrictMath.sqrt(budget))), LEAST, MOST_BY_BUDGET);
    }

    private static List<double[]> centres(Encoding encoding, int wanted, RandomGenerator random) {
        SearchSpace space = encoding.space();
        if (encoding.width() == 1) {
            int count = (int) Math.min(wanted, space.cardinality());
            double[][] grid = new double[count][1];
            Arrays.setAll(grid, i -> encoding.legal(new double[]{(i + 0.5) / count}, random));
            return List.of(grid);
        }
        return encoding.design((int) Math.min(wanted, Math.max(space.cardinality(), 2)), random);
    }

    int count() {
        return centres.size();
    }

    /** What to evaluate when the arm is pulled. */
    Configuration pull(int arm, RandomGenerator random) {
        double[] centre = centres.get(arm);
        return encoding.decode(centred ? centre : encoding.inBox(centre, halfWidth, 1, random));
    }

    /** Distance of two arms in the unit cube, in widths of a cell. */
    double distance(int arm, int other) {
        double sum = 0;
        for (int i = 0; i < halfWidth.length; i++) {
            double a = centres.get(arm)[i];
            double b = centres.get(other)[i];
            double difference = Double.isNaN(a) || Double.isNaN(b) ? Double.isNaN(a) == Double.isNaN(b) ? 0 : 1 : a - b;
            sum += difference * difference / (4 * halfWidth[i] * halfWidth[i]);
        }
        return Math.sqrt(sum);
    }
}
