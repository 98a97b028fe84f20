package org.optbench.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** Lists optimizers and tasks, those of the project included. */
@Mojo(name = "list", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class ListMojo extends CommandMojo {

    @Inject
    public ListMojo(ToolchainManager toolchains, RepositorySystem repositories) {
        super(toolchains, repositories, "list");
    }
}
