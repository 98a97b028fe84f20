package org.optbench.cli;

import java.util.List;

/** Finds the worker processes of a campaign on this machine. */
final class WorkerProcesses {

    private WorkerProcesses() {
    }

    /** @param campaign whose workers were started through its file of arguments */
    static List<ProcessHandle> of(String campaign) {
        return ProcessHandle.allProcesses().filter(process -> process.info().command().filter(command -> command.endsWith("java")).isPresent())
                .filter(process -> process.info().arguments()
                        .filter(words -> List.of(words).stream().anyMatch(word -> word.endsWith(campaign + "-worker.args")))
                        .isPresent())
                .toList();
    }
}
