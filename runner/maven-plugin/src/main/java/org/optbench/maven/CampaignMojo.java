package org.optbench.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal whose command reads a campaign file. */
abstract class CampaignMojo extends CommandMojo {

    /** The campaign file. */
    @Parameter(property = "optbench.campaign", required = true) private @Nullable File campaign;

    CampaignMojo(ToolchainManager toolchains, RepositorySystem repositories, String command) {
        super(toolchains, repositories, command);
    }

    @Override
    List<String> goalArguments() throws MojoFailureException {
        if (campaign == null || !campaign.isFile()) {
            throw new MojoFailureException(
                    "Campaign file " + campaign + " does not exist. Maybe set it: -Doptbench.campaign=<file>, or <campaign> in the POM.");
        }
        return List.of(campaign.getPath());
    }
}
