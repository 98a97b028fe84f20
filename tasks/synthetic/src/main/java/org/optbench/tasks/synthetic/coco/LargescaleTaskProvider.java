package org.optbench.tasks.synthetic.coco;

import java.util.Set;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/**
 * The large-scale suite: {@code bbob-largescale/f<1..24>/d<2..>/i<1..>}. Listed are the dimensions 20, 40, 80, 160, 320, 640 and the instances 1 to
 * 15. The values of dimensions above 40 follow the published definition; the seeds of their permutations were not checked against another program.
 */
public final class LargescaleTaskProvider extends CocoTaskProvider {

    private static final int LARGEST_DIMENSION = 5000;

    /** For the service loader. */
    public LargescaleTaskProvider() {
        super("bbob-largescale", "COCO bbob-largescale: the bbob functions with block-diagonal rotations, up to dimension 640 and beyond",
                BbobFunction.COUNT, "2.." + LARGEST_DIMENSION, 1_000_000, new int[]{20, 40, 80, 160, 320, 640}, 15);
    }

    @Override
    boolean hasDimension(int dimension) {
        return dimension >= 2 && dimension <= LARGEST_DIMENSION;
    }

    @Override
    Facts facts(int function, int dimension) {
        BbobInfo info = BbobInfo.of(function);
        return new Facts(info.name() + ", large scale", info.group(), 1, 0, Set.of());
    }

    @Override
    Task open(TaskDescription description, int function, int dimension, int instance) {
        return BbobTaskProvider.task(description, BbobFunction.largescale(function, dimension, instance));
    }
}
