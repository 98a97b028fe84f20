package org.optbench.tasks.learning;

import java.util.List;
import org.optbench.model.task.TaskProvider;
import org.optbench.tasks.testkit.TaskContract;

class LearningContractTest extends TaskContract {

    @Override
    protected TaskProvider provider() {
        return new LearningTaskProvider();
    }

    @Override
    protected List<String> samples() {
        return List.of("learn/forest/iris", "learn/boosting/wine/mf", "learn/svm/penguins/size", "learn/logistic/iris/mf/size", "learn/knn/wine",
                "learn/tree/cars/mf", "learn/svm/cars", "learn/select/iris", "learn/select/cars/size");
    }

    @Override
    protected int configurations() {
        return 3;
    }
}
