package org.optbench.tasks.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of checking a contract.
 *
 * @param subject id of the provider that was checked
 * @param results one per check, in their order
 */
public record ContractReport(String subject, List<Result> results) {

    /**
     * @param check   name of the check
     * @param failure why the rule is broken; empty when it holds
     */
    public record Result(String check, Optional<String> failure) {
    }

    public ContractReport {
        results = List.copyOf(results);
    }

    /** Runs every check; one that throws anything counts as broken. */
    public static ContractReport run(String subject, List<Check> checks) {
        List<Result> results = new ArrayList<>();
        for (Check check : checks) {
            results.add(new Result(check.name(), failureOf(check)));
        }
        return new ContractReport(subject, results);
    }

    public boolean passed() {
        return results.stream().allMatch(result -> result.failure().isEmpty());
    }

    public List<Result> failures() {
        return results.stream().filter(result -> result.failure().isPresent()).toList();
    }

    /** The report in lines: each broken rule with its reason, then the count. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Result failure : failures()) {
            text.append("BROKEN  ").append(failure.check()).append("\n        ").append(failure.failure().orElse("")).append('\n');
        }
        return text.append(subject).append(": ").append(results.size() - failures().size()).append(" of ").append(results.size())
                .append(" checks passed").toString();
    }

    private static Optional<String> failureOf(Check check) {
        try {
            check.action().run();
            return Optional.empty();
        } catch (AssertionError broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("Interrupted before the check ended.");
        } catch (Exception | StackOverflowError | LinkageError broken) {
            StackTraceElement[] trace = broken.getStackTrace();
            return Optional.of("It threw " + broken + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }
}
