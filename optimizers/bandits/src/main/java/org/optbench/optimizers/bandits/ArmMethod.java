package org.optbench.optimizers.bandits;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.support.Score;

/** A bandit over the arms of a space; with contexts, one bandit for each cell of the context space. */
final class ArmMethod implements ContextualMethod {

    private final Arms arms;
    private final Optional<SearchSpace> contexts;
    private final int bins;
    private final Cell[] cells;
    private final RandomGenerator random;
    private final Pending<Pulled> pending = new Pending<>();

    private record Cell(Bandit bandit, LossScale scale) {
    }

    private record Pulled(Cell cell, Bandit.Pull pull) {
    }

    /**
     * @param contexts space of the contexts to tell apart; empty to ignore them
     * @param most     most cells of it, at least 1
     * @param bandits  makes a bandit for a number of arms
     */
    ArmMethod(Arms arms, Optional<SearchSpace> contexts, int most, IntFunction<Bandit> bandits, LossScale.Mode mode, RandomGenerator random) {
        this.arms = arms;
        this.contexts = contexts;
        this.random = random;
        int width = contexts.map(space -> space.unitCube().width()).orElse(0);
        this.bins = width == 0 ? 1 : Math.max(1, (int) Math.floor(StrictMath.pow(most, 1.0 / width) + 1e-9));
        this.cells = new Cell[(int) Math.round(StrictMath.pow(bins, width))];
        Arrays.setAll(cells, i -> new Cell(bandits.apply(arms.count()), new LossScale(mode)));
    }

    @Override
    public Configuration propose(long tag, Optional<Configuration> context) {
        Cell cell = cells[index(context)];
        Bandit.Pull pull = cell.bandit().choose(random);
        pending.put(tag, new Pulled(cell, pull));
        return arms.pull(pull.arm(), random);
    }

    private int index(Optional<Configuration> context) {
        int index = 0;
        if (bins > 1 && contexts.isPresent() && context.isPresent()) {
            for (double coordinate : contexts.get().unitCube().encode(context.get())) {
                index = index * bins + (Double.isNaN(coordinate) ? 0 : Math.min((int) (coordinate * bins), bins - 1));
            }
        }
        return index;
    }

    @Override
    public void tell(long tag, Score score) {
        Pulled pulled = pending.take(tag);
        pulled.cell().bandit().learn(pulled.pull(), pulled.cell().scale().enter(score));
    }
}
