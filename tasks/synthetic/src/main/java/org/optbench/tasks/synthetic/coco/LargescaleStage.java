package org.optbench.tasks.synthetic.coco;

import java.util.stream.IntStream;

/** One step on the way from the shifted point to the transformed one. */
@FunctionalInterface
interface LargescaleStage {

    /** Maps {@code in[from .. from + d)} to {@code out[to .. to + d)}; the two ranges do not overlap. */
    void apply(double[] in, int from, double[] out, int to);

    /** {@code T_osz} on every coordinate. The dimension follows from the offsets, which are 0 and d. */
    static LargescaleStage oscillation() {
        return (in, from, out, to) -> {
            int d = Math.abs(to - from);
            for (int i = 0; i < d; i++) {
                out[to + i] = Transforms.oscillate(in[from + i]);
            }
        };
    }

    /** {@code T_asy} on every coordinate. */
    static LargescaleStage asymmetry(double beta, int dimension) {
        double[] slope = Transforms.slopes(beta, dimension);
        return (in, from, out, to) -> {
            for (int i = 0; i < slope.length; i++) {
                out[to + i] = Transforms.asymmetric(in[from + i], slope[i]);
            }
        };
    }

    /** {@code factor z + offset}. */
    static LargescaleStage affine(double factor, double offset) {
        return (in, from, out, to) -> {
            int d = Math.abs(to - from);
            for (int i = 0; i < d; i++) {
                out[to + i] = factor * in[from + i] + offset;
            }
        };
    }

    /** Scales the i-th coordinate by {@code condition^(0.5 i / (d - 1))}. */
    final class Conditioning implements LargescaleStage {

        private final double[] scale;

        Conditioning(double condition, int dimension) {
            scale = Matrix.powers(Math.sqrt(condition), dimension);
        }

        @Override
        public void apply(double[] in, int from, double[] out, int to) {
            for (int i = 0; i < scale.length; i++) {
                out[to + i] = scale[i] * in[from + i];
            }
        }
    }

    /** Permutation, block-diagonal rotation, permutation: the orthogonal map of the suite. */
    final class PermutedBlocks implements LargescaleStage {

        private static final int LARGEST_BLOCK = 40;

        private final int[] before;
        private final int[] after;
        /** Rows of the blocks; a row of a block at offset o multiplies the coordinates {@code o .. o + length}. */
        private final double[][] rows;

        private PermutedBlocks(int[] before, double[][] rows, int[] after) {
            this.before = before;
            this.rows = rows;
            this.after = after;
        }

        static int blockSize(int dimension) {
            return Math.min(LARGEST_BLOCK, dimension);
        }

        static PermutedBlocks create(int dimension, long rotationSeed, long beforeSeed, long afterSeed) {
            return new PermutedBlocks(swaps(dimension, beforeSeed), rotations(dimension, rotationSeed), swaps(dimension, afterSeed));
        }

        /** The rotation alone. */
        static PermutedBlocks unpermuted(double[][] rows) {
            int[] identity = IntStream.range(0, rows.length).toArray();
            return new PermutedBlocks(identity, rows, identity);
        }

        /** Blocks of 40 rows, the last with what is left; each from its own seed. */
        static double[][] rotations(int dimension, long seed) {
            double[][] rows = new double[dimension][];
            int block = 0;
            for (int at = 0; at < dimension; at += LARGEST_BLOCK) {
                int size = Math.min(LARGEST_BLOCK, dimension - at);
                System.arraycopy(LegacyRandom.rotation(size, seed + 1_000_000L * block++), 0, rows, at, size);
            }
            return rows;
        }

        /** A permutation by d truncated uniform swaps of range d / 3; the identity up to dimension 40. */
        private static int[] swaps(int d, long seed) {
            int[] p = IntStream.range(0, d).toArray();
            if (d <= LARGEST_BLOCK) {
                return p;
            }
            int range = d / 3;
            int[] order = LegacyRandom.permutation(d, seed);
            for (int k = 0; k < d; k++) {
                int first = order[k];
                int lowest = Math.max(0, first - range);
                int highest = Math.min(d - 1, first + range);
                double u = LegacyRandom.uniform(1, seed + 1000L * (k + 1))[0];
                int second = (int) (u * (highest - lowest)) + lowest;
                if (second >= first) {
                    second++;
                }
                int swapped = p[first];
                p[first] = p[second];
                p[second] = swapped;
            }
            return p;
        }

        @Override
        public void apply(double[] in, int from, double[] out, int to) {
            for (int i = 0; i < rows.length; i++) {
                double[] row = rows[after[i]];
                int offset = after[i] / LARGEST_BLOCK * LARGEST_BLOCK;
                double sum = 0.0;
                for (int j = 0; j < row.length; j++) {
                    sum += row[j] * in[from + before[offset + j]];
                }
                out[to + i] = sum;
            }
        }

        /** The point that is mapped to {@code z}: the map is orthogonal, so by its transpose. */
        double[] preimage(double[] z) {
            double[] x = new double[z.length];
            for (int i = 0; i < rows.length; i++) {
                double[] row = rows[after[i]];
                int offset = after[i] / LARGEST_BLOCK * LARGEST_BLOCK;
                for (int j = 0; j < row.length; j++) {
                    x[before[offset + j]] += row[j] * z[i];
                }
            }
            return x;
        }
    }
}
