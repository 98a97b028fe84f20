package org.optbench.optimizers.bandits;

import java.util.Arrays;
import java.util.Locale;
import org.optbench.model.space.CategoricalParameter;

/** The rules by which choices are made where a method has some to make. */
enum BanditKind {
    /** The lowest confidence bound of the loss. */
    UCB {
        @Override
        Bandit create(int arms) {
            return new UcbBandit(arms, UcbBandit.Index.UCB1, 0.5);
        }
    },
    /** Exponential weights. */
    EXP3 {
        @Override
        Bandit create(int arms) {
            return new Exp3Bandit(arms, 1, 0);
        }
    },
    /** Tsallis entropy. */
    TSALLIS {
        @Override
        Bandit create(int arms) {
            return new TsallisBandit(arms, true, 1);
        }
    },
    /** Exponential weights of which a share is always spread over all arms, so that they can follow a change of the best arm. */
    FIXED_SHARE {
        @Override
        Bandit create(int arms) {
            return new Exp3Bandit(arms, 2, 0.01);
        }
    },
    /** The least of draws from beta posteriors. */
    THOMPSON {
        @Override
        Bandit create(int arms) {
            return new ThompsonBandit(arms, 0.99);
        }
    },
    /** Probabilities proportional to smoothed rewards. */
    ROULETTE {
        @Override
        Bandit create(int arms) {
            return new RouletteBandit(arms, 0.1);
        }
    };

    abstract Bandit create(int arms);

    /** A setting that names one of them. */
    static CategoricalParameter setting(String name, BanditKind initial) {
        return CategoricalParameter.of(name, Arrays.stream(values()).map(BanditKind::text).toList()).withDefault(initial.text());
    }

    static BanditKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
