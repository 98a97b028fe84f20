package org.optbench.optimizers.testkit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.optbench.optimizer.OptimizerProvider;

/** The contract of an optimizer as JUnit tests: extend it and name the provider. */
public abstract class OptimizerContract {

    /** The provider under test. */
    protected abstract OptimizerProvider provider();

    /** Trials per run; lower it for optimizers that think long. */
    protected int trials() {
        return 60;
    }

    /** Random settings to try. */
    protected int settingsSamples() {
        return 8;
    }

    /** Options that differ from the declared ones, such as a command that stands in for an endpoint. */
    protected Map<String, String> options() {
        return Map.of();
    }

    @TestFactory
    Stream<DynamicTest> contract() {
        return new OptimizerChecks(provider(), trials(), settingsSamples(), options()).checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.action().run()));
    }
}
