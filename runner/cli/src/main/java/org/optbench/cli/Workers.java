package org.optbench.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this process among all that may share a database. */
final class Workers {

    private Workers() {
    }

    /** Host, process and its start, so that a later process with the same number is told apart. */
    static String id() {
        ProcessHandle self = ProcessHandle.current();
        return host() + "/" + self.pid() + "/" + startOf(self);
    }

    /** Whether a worker of this name surely runs no more: it was a process of this host that is gone. */
    static boolean isDead(String worker) {
        String[] parts = worker.split("/");
        if (parts.length != 3 || !parts[0].equals(host()) || !parts[1].matches("\\d{1,18}")) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(parts[1])).filter(process -> startOf(process).equals(parts[2])).isEmpty();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(start -> Long.toString(start.toEpochMilli())).orElse("0");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
