package org.optbench.optimizers.bayes;

import java.util.Optional;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.space.Encoding;

/** What is added to the logarithm of the acquisition of {@code gp-bo}, such as the belief of an expert. */
@FunctionalInterface
public interface AcquisitionTerm {

    /**
     * The term of one suggestion.
     *
     * @param encoding of the space
     * @param observed results so far
     * @return empty for none
     */
    Optional<Acquisition> at(Encoding encoding, int observed);
}
