package org.optbench.model.wrong;

import org.junit.jupiter.api.Test;

/** Wrong on purpose: the model needs a library. */
public final class ModelUsingALibrary {

    public String library() {
        return Test.class.getName();
    }
}
