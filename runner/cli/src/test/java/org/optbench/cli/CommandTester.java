package org.optbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * The command as a user calls it, in this process.
 *
 * @param code exit code
 */
record CommandTester(int code, String out, String err) {

    static CommandTester call(String... arguments) {
        CommandLine line = OptbenchCommand.commandLine();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        return new CommandTester(code, out.toString(), err.toString());
    }
}
