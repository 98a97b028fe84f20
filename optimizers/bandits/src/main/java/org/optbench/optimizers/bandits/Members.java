package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;

/** Finds the optimizers that a method hands a problem on to. */
final class Members {

    private final OptimizerCatalog catalog;

    /** Those on the class path of the calling thread, where plug-ins are, or of this class. */
    Members() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        OptimizerCatalog found = OptimizerCatalog.load(loader == null ? Members.class.getClassLoader() : loader);
        this.catalog = found.providers().isEmpty() ? OptimizerCatalog.load(Members.class.getClassLoader()) : found;
    }

    /** Every id there is, presets included. */
    List<String> ids() {
        return catalog.variantIds();
    }

    /**
     * The variants of a list that can take on the problem, in its order.
     *
     * @param ids separated by commas
     * @throws IllegalArgumentException when an id is unknown, or none of them can
     */
    List<OptimizerVariant> able(String ids, OptimizerContext context) {
        List<OptimizerVariant> able = new ArrayList<>();
        for (String id : Arrays.stream(ids.split(",")).map(String::strip).filter(id -> !id.isEmpty()).toList()) {
            OptimizerVariant variant = catalog.resolve(id, Configuration.empty(), new TreeMap<>());
            if (isAble(variant.provider(), context)) {
                able.add(variant);
            }
        }
        if (able.isEmpty()) {
            throw new IllegalArgumentException("Members '" + ids + "': none of them can take on this problem. Maybe add random, which always can.");
        }
        return able;
    }

    private static boolean isAble(OptimizerProvider provider, OptimizerContext context) {
        return provider.unavailable(context.options()).isEmpty()
                && provider.description().capabilities().refusals(context.problem(), context.workers()).isEmpty();
    }

    /** A member at work on the problem of its owner, with random streams of its own. */
    static Optimizer create(OptimizerVariant variant, OptimizerContext owner) {
        return variant.provider().create(new OptimizerContext(owner.problem(), owner.budget(), owner.workers(), variant.settings(), variant.options(),
                owner.random().sub("member " + variant.id()), owner.ledger(), owner.workFolder().resolve(variant.id().replace('/', '-'))));
    }
}
