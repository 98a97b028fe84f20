package org.optbench.tasks.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskProvider;
import org.optbench.tasks.testkit.TaskContract;

class TrainingContractTest extends TaskContract {

    @TempDir Path folder;

    @BeforeEach
    void torch() {
        Torch.assume(context());
    }

    @Override
    protected TaskProvider provider() {
        return new TrainingTaskProvider();
    }

    @Override
    protected TaskContext context() {
        return Torch.context(folder, Map.of());
    }

    @Override
    protected List<String> samples() {
        return List.of("train/clicks-dlrm/smoke");
    }

    @Override
    protected int configurations() {
        return 2;
    }
}
