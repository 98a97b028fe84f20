package org.optbench.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The class path of the forked JVM: the project first, then what of optbench the project does not bring itself. */
final class ClassPath {

    /** A library by {@code group:artifact[:classifier]} and its file. */
    record Library(String key, Path file) {
    }

    private ClassPath() {
    }

    /**
     * Joins the two. A library that both have is taken from the project, in the project's version: a user who pins a version gets it.
     *
     * @param folders  output folders of the project
     * @param project  libraries of the project
     * @param optbench the command line of optbench with its libraries
     */
    static List<Path> join(List<Path> folders, Collection<Library> project, Collection<Library> optbench) {
        Set<Path> paths = new LinkedHashSet<>(folders);
        Set<String> taken = new LinkedHashSet<>();
        for (Library library : project) {
            taken.add(library.key());
            paths.add(library.file());
        }
        for (Library library : optbench) {
            if (!taken.contains(library.key())) {
                paths.add(library.file());
            }
        }
        return new ArrayList<>(paths);
    }
}
