package org.optbench.optimizers.evolutionary;

import org.optbench.optimizer.support.GenerationalOptimizer;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizers.evolutionary.cma.CmaEs;

/** CMA-ES told by scores. */
record CmaMethod(CmaEs cma) implements GenerationalOptimizer.Method {

    @Override
    public double[][] next() {
        return cma.candidates();
    }

    @Override
    public void tell(Score[] scores) {
        double[] values = new double[scores.length];
        boolean comparable = true;
        for (Score score : scores) {
            comparable &= score.isFeasible() && score.isFinal();
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = comparable ? scores[i].value() : Double.NaN;
        }
        cma.tell(Ranking.order(scores), values);
    }
}
