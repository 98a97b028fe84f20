package org.optbench.optimizers.classic;

/** A random order of 0 .. size-1 that takes no memory: a Feistel network on the next power of 4, walked along its cycle until it falls below the size. */
final class Shuffle {

    private static final int ROUNDS = 6;

    private final long size;
    private final long seed;
    private final int halfBits;

    Shuffle(long size, long seed) {
        this.size = size;
        this.seed = seed;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(size - 1, 1));
        this.halfBits = (bits + 1) / 2;
    }

    long at(long position) {
        long image = position;
        do {
            image = encrypt(image);
        } while (image >= size);
        return image;
    }

    private long encrypt(long block) {
        long mask = (1L << halfBits) - 1;
        long left = block >>> halfBits;
        long right = block & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (SobolSequence.mix(seed + round * 0x9E3779B97F4A7C15L + right) & mask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
