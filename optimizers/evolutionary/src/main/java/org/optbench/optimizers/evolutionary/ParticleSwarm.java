package org.optbench.optimizers.evolutionary;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.optbench.optimizer.support.GenerationalOptimizer;
import org.optbench.optimizer.support.Score;

/** A swarm in the unit cube; a particle that would leave it stops at the border and turns round at half its speed. */
final class ParticleSwarm implements GenerationalOptimizer.Method {

    private final double inertia;
    private final double cognitive;
    private final double social;
    private final boolean ring;
    private final RandomGenerator random;
    private final double[][] positions;
    private final double[][] velocities;
    private final double[][] bests;
    private final @Nullable Score[] bestScores;

    ParticleSwarm(double[][] initial, double inertia, double cognitive, double social, boolean ring, RandomGenerator random) {
        this.inertia = inertia;
        this.cognitive = cognitive;
        this.social = social;
        this.ring = ring;
        this.random = random;
        this.positions = initial;
        this.velocities = new double[initial.length][initial[0].length];
        this.bests = new double[initial.length][];
        this.bestScores = new Score[initial.length];
        for (int i = 0; i < initial.length; i++) {
            bests[i] = initial[i].clone();
            for (int k = 0; k < initial[i].length; k++) {
                velocities[i][k] = (random.nextDouble() - initial[i][k]) / 2;
            }
        }
    }

    @Override
    public double[][] next() {
        return positions;
    }

    @Override
    public void tell(Score[] scores) {
        for (int i = 0; i < scores.length; i++) {
            Score best = bestScores[i];
            if (best == null || scores[i].isBetterThan(best)) {
                bestScores[i] = scores[i];
                bests[i] = positions[i].clone();
            }
        }
        for (int i = 0; i < positions.length; i++) {
            move(i, bests[leader(i)]);
        }
    }

    private int leader(int particle) {
        int size = positions.length;
        int leader = particle;
        for (int step = 0; step < (ring ? 3 : size); step++) {
            int other = ring ? (particle + size - 1 + step) % size : step;
            Score score = bestScores[other];
            Score least = bestScores[leader];
            if (score != null && (least == null || score.isBetterThan(least))) {
                leader = other;
            }
        }
        return leader;
    }

    private void move(int particle, double[] leader) {
        double[] x = positions[particle];
        double[] v = velocities[particle];
        double[] own = bests[particle];
        for (int k = 0; k < x.length; k++) {
            v[k] = inertia * v[k] + cognitive * random.nextDouble() * (own[k] - x[k]) + social * random.nextDouble() * (leader[k] - x[k]);
            x[k] += v[k];
            if (x[k] < 0 || x[k] > 1) {
                x[k] = Math.clamp(x[k], 0.0, 1.0);
                v[k] *= -0.5;
            }
        }
    }
}
