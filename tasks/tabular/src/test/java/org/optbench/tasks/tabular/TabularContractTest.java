package org.optbench.tasks.tabular;

import java.util.List;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskProvider;
import org.optbench.tasks.testkit.TaskContract;

class TabularContractTest extends TaskContract {

    private final TabularTaskProvider provider = new TabularTaskProvider();

    @Override
    protected TaskProvider provider() {
        return provider;
    }

    @Override
    protected TaskContext context() {
        return PublishedTables.context();
    }

    @Override
    protected List<String> samples() {
        return List.of("tabular/hpolib/protein_structure", "tabular/hpobench/car", "tabular/nasbench201/cifar10");
    }
}
