package org.optbench.cli;

import java.util.List;
import org.optbench.model.task.Suggest;
import org.optbench.results.CampaignRecord;
import org.optbench.results.ResultReader;

/** Finds recorded campaigns by name. */
final class Campaigns {

    private Campaigns() {
    }

    /** The name itself when it is recorded; without a name the only campaign there is. */
    static String resolve(ResultReader reader, String name) {
        List<String> names = names(reader);
        if (name.isEmpty() && names.size() == 1) {
            return names.getFirst();
        }
        if (name.isEmpty()) {
            throw new RefusedException(names.isEmpty() ? "No campaign is recorded here. Maybe run one: optbench run quickstart"
                    : "Several campaigns are recorded here. Maybe name one of " + names + ".");
        }
        if (!names.contains(name)) {
            throw unknown(reader, name);
        }
        return name;
    }

    static RefusedException unknown(ResultReader reader, String name) {
        List<String> names = names(reader);
        return new RefusedException("Campaign '" + name + "' is not recorded here. "
                + Suggest.hint(name, names, names.isEmpty() ? "run it first: optbench run" : "name one of " + names + "."));
    }

    private static List<String> names(ResultReader reader) {
        return reader.campaigns().stream().map(CampaignRecord::name).toList();
    }
}
