package org.optbench.tasks.systems.sampler;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.optbench.model.random.Normal;
import org.optbench.model.random.RandomStreams;

/** A mixture of isotropic Gaussians that a sampler draws from. */
enum Target {
    /** Two narrow modes on the line, weights 0.7 and 0.3. */
    TWO_MODES {
        @Override
        Mixture build() {
            return new Mixture(new double[][]{{-2.0}, {1.5}}, new double[]{0.2, 0.1}, new double[]{0.7, 0.3});
        }
    },
    /** Eight modes on a circle of radius 4 in the plane. */
    RING_8 {
        @Override
        Mixture build() {
            double[][] centres = new double[8][];
            double[] widths = new double[8];
            double[] weights = new double[8];
            for (int k = 0; k < 8; k++) {
                centres[k] = new double[]{4.0 * StrictMath.cos(k * Math.PI / 4.0), 4.0 * StrictMath.sin(k * Math.PI / 4.0)};
                widths[k] = 0.3;
                weights[k] = 0.125;
            }
            return new Mixture(centres, widths, weights);
        }
    },
    /** Nine modes of growing width on a grid in the plane. */
    GRID_9 {
        @Override
        Mixture build() {
            double[][] centres = new double[9][];
            double[] widths = new double[9];
            double[] weights = new double[9];
            for (int k = 0; k < 9; k++) {
                centres[k] = new double[]{3.0 * (k % 3 - 1), 3.0 * (k / 3 - 1)};
                widths[k] = 0.1 * (k + 1);
                weights[k] = 1.0 / 9.0;
            }
            return new Mixture(centres, widths, weights);
        }
    },
    /** Five random modes in eight dimensions with uneven weights. */
    RANDOM_5 {
        @Override
        Mixture build() {
            RandomGenerator random = RandomStreams.of("sampler random-5").stream("modes");
            double[][] centres = new double[5][8];
            double[] widths = new double[5];
            double[] weights = {0.4, 0.25, 0.2, 0.1, 0.05};
            for (int k = 0; k < 5; k++) {
                for (int i = 0; i < 8; i++) {
                    centres[k][i] = 2.0 * Normal.draw(random);
                }
                widths[k] = 0.2 + 0.6 * random.nextDouble();
            }
            return new Mixture(centres, widths, weights);
        }
    };

    abstract Mixture build();

    /** The segment of task ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
