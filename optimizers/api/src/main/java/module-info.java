/** The ask/tell interface of optimizers. */
module org.optbench.optimizer {
    requires transitive org.optbench.model;
    requires static transitive org.jspecify;

    exports org.optbench.optimizer;
    exports org.optbench.optimizer.support;

    uses org.optbench.optimizer.OptimizerProvider;
}
