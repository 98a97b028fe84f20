package org.optbench.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** Prints what a campaign would run and which pairs it skips, and why. */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class PlanMojo extends CampaignMojo {

    @Inject
    public PlanMojo(ToolchainManager toolchains, RepositorySystem repositories) {
        super(toolchains, repositories, "plan");
    }
}
