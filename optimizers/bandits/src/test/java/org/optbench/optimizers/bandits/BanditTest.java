package org.optbench.optimizers.bandits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optbench.model.random.RandomStreams;

class BanditTest {

    private static final double[] LOSSES = {0.7, 0.5, 0.2, 0.6, 0.8};
    private static final int ROUNDS = 4000;

    private static int[] pulls(Bandit bandit, int rounds) {
        RandomGenerator random = RandomStreams.of("bandit").stream("rounds");
        int[] pulls = new int[LOSSES.length];
        for (int round = 0; round < rounds; round++) {
            Bandit.Pull pull = bandit.choose(random);
            pulls[pull.arm()]++;
            bandit.learn(pull, random.nextDouble() < LOSSES[pull.arm()] ? 1 : 0);
        }
        return pulls;
    }

    /** Bernoulli losses: each rule pulls the best arm more than any other; by chance a fifth of the rounds, with a standard deviation below 26. */
    @ParameterizedTest
    @EnumSource
    void pullsTheBestArmMost(BanditKind kind) {
        int[] pulls = pulls(kind.create(LOSSES.length), ROUNDS);
        assertThat(pulls[2]).isEqualTo(Arrays.stream(pulls).max().orElseThrow()).isGreaterThan(ROUNDS / 5 + 150);
    }

    /** Logarithmic regret: an arm that loses 0.3 more is pulled by UCB1 at most 8 ln T / 0.09 + 1 + pi^2 / 3 times in expectation (Auer et al. 2002, theorem 1). */
    @Test
    void ucbKeepsItsBoundOnBadPulls() {
        int[] pulls = pulls(new UcbBandit(LOSSES.length, UcbBandit.Index.UCB1, 1), ROUNDS);
        assertThat(pulls[1]).isLessThan((int) (8 * StrictMath.log(ROUNDS) / 0.09 + 5));
    }

    /** Regret of Tsallis-INF is at most 4 sqrt(K T) + 1 (Zimmert and Seldin 2021, theorem 1), here 567; it is far less in a stochastic surrounding. */
    @Test
    void tsallisKeepsItsBoundOnRegret() {
        for (boolean reduced : new boolean[]{false, true}) {
            int[] pulls = pulls(new TsallisBandit(LOSSES.length, reduced, 1), ROUNDS);
            double regret = 0;
            for (int arm = 0; arm < pulls.length; arm++) {
                regret += pulls[arm] * (LOSSES[arm] - 0.2);
            }
            assertThat(regret).isLessThan(4 * Math.sqrt(LOSSES.length * (double) ROUNDS) / 2);
        }
    }

    /** With equal losses each arm keeps 4 (eta (L - x))^-2 = 1 / K; with one arm ahead the probabilities still sum to 1 before they are scaled. */
    @Test
    void tsallisStartsUniform() {
        TsallisBandit bandit = new TsallisBandit(4, false, 1);
        assertThat(bandit.choose(RandomStreams.of(1).stream("x")).probability()).isEqualTo(0.25, within(1e-9));
    }

    @Test
    void fixedShareFollowsAChange() {
        Bandit bandit = BanditKind.FIXED_SHARE.create(3);
        RandomGenerator random = RandomStreams.of("change").stream("rounds");
        int[] late = new int[3];
        for (int round = 0; round < 3000; round++) {
            Bandit.Pull pull = bandit.choose(random);
            int best = round < 1500 ? 0 : 2;
            bandit.learn(pull, pull.arm() == best ? 0.1 : 0.9);
            late[pull.arm()] += round >= 2500 ? 1 : 0;
        }
        assertThat(late[2]).isGreaterThan(300);
    }

    @Test
    void chebyshevPolynomialsEqualTheirCosines() {
        for (int n = 0; n < 7; n++) {
            for (double x = -1; x <= 1; x += 0.05) {
                assertThat(ChebyshevFeatures.polynomial(n, x)).isEqualTo(StrictMath.cos(n * StrictMath.acos(Math.clamp(x, -1.0, 1.0))), within(1e-9));
            }
        }
    }

    @Test
    void ridgeEqualsTheSolutionOfItsNormalEquations() {
        Ridge ridge = new Ridge(2, 0.5);
        ridge.add(new double[]{1, 2}, 3, 1);
        ridge.add(new double[]{1, -1}, 1, 2);
        // A = 0.5 I + (1,2)(1,2)' + 2 (1,-1)(1,-1)' = [[3.5, 0], [0, 6.5]], b = (3,6) + 2 (1,-1) = (5, 4)
        assertThat(ridge.predict(new double[]{1, 0})).isEqualTo(5 / 3.5, within(1e-12));
        assertThat(ridge.predict(new double[]{0, 1})).isEqualTo(4 / 6.5, within(1e-12));
        assertThat(ridge.uncertainty(new double[]{1, 0})).isEqualTo(Math.sqrt(1 / 3.5), within(1e-12));
    }

    @Test
    void networkDerivativesEqualDifferences() {
        Network network = new Network(3, 5, RandomStreams.of(2).stream("network"));
        double[] x = {0.3, -0.2, 0.9};
        double[] derivatives = new double[network.size()];
        double before = network.predict(x, derivatives);
        network.step(new double[][]{x}, new double[]{before - 1}, 1e-3, 0);
        assertThat(network.predict(x)).isLessThan(before);
        assertThat(derivatives[network.size() - 1]).isEqualTo(1);
    }
}
