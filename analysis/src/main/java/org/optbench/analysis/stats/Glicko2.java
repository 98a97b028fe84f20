package org.optbench.analysis.stats;

import java.util.List;

/** Glicko-2 ratings (Glickman, "Example of the Glicko-2 system", 2013): strength with its uncertainty from pairwise results. */
public final class Glicko2 {

    /** A rating of 0 and a deviation of 1 on the internal scale. */
    private static final double SCALE = 173.7178;
    private static final double CENTRE = 1500;
    private static final double TOLERANCE = 1e-6;

    private final double systemConstant;

    /**
     * A rating.
     *
     * @param rating     strength; 1500 at the start
     * @param deviation  standard deviation of the strength; 350 at the start
     * @param volatility how much the strength changes from period to period; 0.06 at the start
     */
    public record Rating(double rating, double deviation, double volatility) {

        /** A player of whom nothing is known. */
        public static Rating unrated() {
            return new Rating(CENTRE, 350, 0.06);
        }
    }

    /**
     * A result against an opponent.
     *
     * @param opponent its rating before the period
     * @param score    1 for a win, 0 for a loss, between for a share, such as A12
     */
    public record Game(Rating opponent, double score) {

        public Game {
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("the score of a game is " + score + ", expected a number in [0, 1]");
            }
        }
    }

    /** @param systemConstant limits the change of volatility; 0.3 to 1.2, usually 0.5 */
    public Glicko2(double systemConstant) {
        if (!(systemConstant > 0)) {
            throw new IllegalArgumentException("the system constant is " + systemConstant + ", expected a positive number.\nMaybe 0.5.");
        }
        this.systemConstant = systemConstant;
    }

    /** The rating after a period with these games; without games only the deviation grows. */
    public Rating after(Rating player, List<Game> games) {
        double mu = (player.rating - CENTRE) / SCALE;
        double phi = player.deviation / SCALE;
        if (games.isEmpty()) {
            return new Rating(player.rating, SCALE * Math.hypot(phi, player.volatility), player.volatility);
        }
        double information = 0;
        double surprise = 0;
        for (Game game : games) {
            double g = g(game.opponent.deviation / SCALE);
            double expected = 1 / (1 + Math.exp(-g * (mu - (game.opponent.rating - CENTRE) / SCALE)));
            information += g * g * expected * (1 - expected);
            surprise += g * (game.score - expected);
        }
        double v = 1 / information;
        double sigma = volatility(v * surprise, phi, v, player.volatility);
        double before = Math.hypot(phi, sigma);
        double after = 1 / Math.sqrt(1 / (before * before) + information);
        return new Rating(CENTRE + SCALE * (mu + after * after * surprise), SCALE * after, sigma);
    }

    private static double g(double phi) {
        return 1 / Math.sqrt(1 + 3 * phi * phi / (Math.PI * Math.PI));
    }

    /** Step 5: the root of f by the Illinois method. */
    private double volatility(double delta, double phi, double v, double sigma) {
        double a = Math.log(sigma * sigma);
        double low = a;
        double high;
        if (delta * delta > phi * phi + v) {
            high = Math.log(delta * delta - phi * phi - v);
        } else {
            int k = 1;
            while (f(a - k * systemConstant, a, delta, phi, v) < 0) {
                k++;
            }
            high = a - k * systemConstant;
        }
        double atLow = f(low, a, delta, phi, v);
        double atHigh = f(high, a, delta, phi, v);
        while (Math.abs(high - low) > TOLERANCE) {
            double next = low + (low - high) * atLow / (atHigh - atLow);
            double atNext = f(next, a, delta, phi, v);
            if (atNext * atHigh <= 0) {
                low = high;
                atLow = atHigh;
            } else {
                atLow /= 2;
            }
            high = next;
            atHigh = atNext;
        }
        return Math.exp(low / 2);
    }

    private double f(double x, double a, double delta, double phi, double v) {
        double e = Math.exp(x);
        double denominator = phi * phi + v + e;
        return e * (delta * delta - denominator) / (2 * denominator * denominator) - (x - a) / (systemConstant * systemConstant);
    }
}
