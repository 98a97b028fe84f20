package org.optbench.optimizer;

import java.util.List;
import org.optbench.model.Suggestion;

/** What an optimizer answers when it is asked. */
public sealed interface Ask {

    /** Evaluate these, 1 to the number asked for. */
    record Suggest(List<Suggestion> suggestions) implements Ask {
        public Suggest {
            suggestions = List.copyOf(suggestions);
            if (suggestions.isEmpty()) {
                throw new IllegalArgumentException("Suggest without suggestions: at least one is needed. Maybe answer Wait or Exhausted.");
            }
        }
    }

    /** Nothing before some pending trial is told; legal only while trials are pending. */
    record Wait() implements Ask {
    }

    /** Nothing any more in this run, such as when a grid or a finite space is used up. Asked again, the answer stays the same. */
    record Exhausted(String reason) implements Ask {
    }

    static Ask suggest(Suggestion suggestion) {
        return new Suggest(List.of(suggestion));
    }

    static Ask waiting() {
        return new Wait();
    }
}
