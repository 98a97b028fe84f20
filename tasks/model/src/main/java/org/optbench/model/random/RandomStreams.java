package org.optbench.model.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A source of independent random streams, one per purpose, derived by SHA-256 from a key. The same key and purpose give the same stream on every
 * machine, whatever else was drawn before and on whichever thread.
 */
public final class RandomStreams {

    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM = RandomGeneratorFactory.of("L64X128MixRandom");
    private static final int SEED_BYTES = 24;

    private final byte[] key;

    private RandomStreams(byte[] key) {
        this.key = key;
    }

    public static RandomStreams of(String key) {
        return new RandomStreams(sha256(key.getBytes(StandardCharsets.UTF_8)));
    }

    public static RandomStreams of(long seed) {
        return of("seed " + seed);
    }

    /** A fresh generator at the start of the purpose's stream. */
    public RandomGenerator stream(String purpose) {
        return ALGORITHM.create(Arrays.copyOf(derive(purpose), SEED_BYTES));
    }

    /** A seed for programs outside this process; any long. */
    public long seed(String purpose) {
        return ByteBuffer.wrap(derive(purpose)).getLong();
    }

    /** A seed for the n-th event of a purpose; any long. */
    public long seed(String purpose, long index) {
        return seed(purpose + '#' + index);
    }

    /** Streams of a part, independent of the streams of the whole. */
    public RandomStreams sub(String part) {
        return new RandomStreams(derive("sub " + part));
    }

    private byte[] derive(String purpose) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] input = Arrays.copyOf(key, key.length + name.length);
        System.arraycopy(name, 0, input, key.length, name.length);
        return sha256(input);
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
