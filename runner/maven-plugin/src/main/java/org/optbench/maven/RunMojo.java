package org.optbench.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** Compiles the project and runs a campaign with its optimizers and tasks; finished runs are kept, unfinished ones go on. */
@Mojo(name = "run", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class RunMojo extends CampaignMojo {

    @Inject
    public RunMojo(ToolchainManager toolchains, RepositorySystem repositories) {
        super(toolchains, repositories, "run");
    }
}
