package org.optbench.results;

import java.time.Instant;

/**
 * A campaign as it was last registered.
 *
 * @param name          unique
 * @param specification the campaign file as text
 * @param registered    when this specification was first registered
 */
public record CampaignRecord(String name, String specification, Instant registered) {

    public CampaignRecord {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Campaign name '" + name + "': a name must not be blank.");
        }
    }
}
