package org.optbench.meta;

import java.util.List;
import org.optbench.model.task.TaskProvider;
import org.optbench.tasks.testkit.TaskContract;

class MetaTaskContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new MetaTaskProvider();
    }

    @Override
    protected List<String> samples() {
        return List.of("meta/tabu-search/bbob-d2/b50", "meta/jade/bbob-d2/b50");
    }

    @Override
    protected int configurations() {
        return 2;
    }
}
