package org.optbench.stray;

/** Wrong on purpose: a package that no layer names, and a line on the console. */
public final class ClassWithoutALayer {

    public void say() {
        IO.println("stray");
    }
}
