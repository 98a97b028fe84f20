package org.optbench.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program and of the JVM that runs it. */
final class VersionProvider implements IVersionProvider {

    static String version() {
        return Optional.ofNullable(OptbenchCommand.class.getPackage().getImplementationVersion()).orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[]{"optbench " + version(), "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")};
    }
}
