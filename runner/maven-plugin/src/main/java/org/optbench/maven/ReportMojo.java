package org.optbench.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** Writes the report over recorded results. */
@Mojo(name = "report", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class ReportMojo extends CommandMojo {

    @Inject
    public ReportMojo(ToolchainManager toolchains, RepositorySystem repositories) {
        super(toolchains, repositories, "report");
    }
}
