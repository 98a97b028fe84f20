package org.optbench.optimizers.bandits;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerChecks;

/** The contract of every optimizer of this module. */
class ContractTest {

    @TestFactory
    Stream<DynamicNode> contract() {
        return ServiceLoader.load(OptimizerProvider.class).stream().map(ServiceLoader.Provider::get)
                .filter(provider -> provider.getClass().getPackage().equals(ContractTest.class.getPackage()))
                .map(provider -> DynamicContainer.dynamicContainer(provider.description().id(), checks(provider)));
    }

    /** Members that are quick. */
    private static Map<String, String> options(OptimizerProvider provider) {
        return provider instanceof PortfolioProvider ? Map.of("members", "tpe,cma-es,random") : Map.of();
    }

    private static Stream<DynamicTest> checks(OptimizerProvider provider) {
        return new OptimizerChecks(provider, 20, 2, options(provider)).checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.action().run()));
    }
}
