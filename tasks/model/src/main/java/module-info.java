/** The model of search spaces, problems, trials and tasks. */
module org.optbench.model {
    requires static transitive org.jspecify;

    exports org.optbench.model;
    exports org.optbench.model.random;
    exports org.optbench.model.space;
    exports org.optbench.model.task;

    uses org.optbench.model.task.TaskDecorator;
    uses org.optbench.model.task.TaskProvider;
}
