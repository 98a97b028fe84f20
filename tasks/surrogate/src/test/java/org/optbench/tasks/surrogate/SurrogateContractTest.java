package org.optbench.tasks.surrogate;

import java.util.List;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskProvider;
import org.optbench.tasks.testkit.TaskContract;

class SurrogateContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new SurrogateTaskProvider();
    }

    @Override
    protected TaskContext context() {
        return PublishedData.context();
    }

    @Override
    protected List<String> samples() {
        return List.of("yahpo/lcbench/3945", "yahpo/lcbench/167152/momf", "yahpo/rbv2_rpart/41163/mf", "yahpo/rbv2_xgboost/12/mo",
                "yahpo/iaml_glmnet/1489/momf", "yahpo/lcbench/7593/mf:test_cross_entropy", "yahpo/rbv2_super/6", "yahpo/nb301/CIFAR10/mf");
    }
}
