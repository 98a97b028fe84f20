package org.optbench.tasks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Verdict;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;
import org.optbench.tasks.testkit.RecordingProgress;

class ScriptTaskTest {

    /** As users of Syne Tune write them: argparse, a checkpoint folder, one line a report; here it minimises (x - 0.3)^2 + 1/epoch. */
    private static final String SYNE_TUNE = """
            import argparse, json, os, sys
            parser = argparse.ArgumentParser()
            parser.add_argument("--x", type=float)
            parser.add_argument("--kind", type=str)
            parser.add_argument("--epochs", type=int)
            parser.add_argument("--st_checkpoint_dir", type=str)
            args, _ = parser.parse_known_args()
            path = os.path.join(args.st_checkpoint_dir, "state.json")
            start = json.load(open(path))["epoch"] if os.path.exists(path) else 0
            for epoch in range(start + 1, args.epochs + 1):
                value = (args.x - 0.3) ** 2 + 1.0 / epoch + (0.0 if args.kind == "a" else 1.0)
                json.dump({"epoch": epoch}, open(path, "w"))
                print("[tune-metric]: " + json.dumps({"epoch": epoch, "loss": value, "started_at": start}))
                sys.stdout.flush()
            """;
    private static final String SAGEMAKER = """
            import argparse
            parser = argparse.ArgumentParser()
            parser.add_argument("--x", type=float)
            args = parser.parse_args()
            for epoch in range(1, 4):
                print(f"2026-01-01 12:00:00 INFO  epoch={epoch}; Train_loss=9.9; Valid_loss={(args.x - 0.3) ** 2 + 1.0 / epoch:.6f};")
            """;
    private static final String FAULTY = """
            import sys, time
            kind = sys.argv[sys.argv.index("--kind") + 1]
            if kind == "crash":
                raise KeyError("no such layer")
            if kind == "memory":
                import resource
                resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
                block = bytearray(1 << 33)
            if kind == "nan":
                print('[tune-metric]: {"loss": NaN}'.replace("NaN", '"nan"'), flush=True)
            if kind == "hang":
                print("starting", flush=True)
                time.sleep(300)
            if kind == "slow":
                for i in range(3000):
                    print("step", i, flush=True)
                    time.sleep(0.1)
            """;
    private static final String DEFINITIONS = """
            schema: 1
            scripts:
              - name: syne
                summary: a script of Syne Tune
                command: ["{python}", syne.py]
                space:
                  - {name: x, type: float, lower: 0, upper: 1}
                  - {name: kind, type: categorical, values: [a, b]}
                metrics:
                  - {name: loss, mode: min}
                fidelity: {name: epochs, lower: 1, upper: 4, field: epoch, resumable: true}
                checkpoint: st_checkpoint_dir
              - name: sage
                command: ["{python}", sage.py, --x, "{x}"]
                space:
                  - {name: x, type: float, lower: 0, upper: 1}
                metrics:
                  - {name: valid, mode: min, regex: "Valid_loss=([0-9.]+);"}
              - name: faulty
                command: ["{python}", faulty.py]
                space:
                  - {name: kind, type: categorical, values: [crash, memory, nan, hang, slow, silent]}
                metrics:
                  - {name: loss}
                timeout_seconds: 6
                silence_seconds: 3
            """;

    @TempDir Path folder;
    private TaskContext context = new TaskContext(Path.of("data"), Path.of("work"), Map.of());

    @BeforeEach
    void writeScripts() throws IOException {
        Files.writeString(folder.resolve("syne.py"), SYNE_TUNE);
        Files.writeString(folder.resolve("sage.py"), SAGEMAKER);
        Files.writeString(folder.resolve("faulty.py"), FAULTY);
        Path file = Files.writeString(folder.resolve("scripts.yaml"), DEFINITIONS);
        context = Torch.context(folder, Map.of("scripts", file.toString()));
        Torch.assumePython(context);
    }

    @Test
    void listsTheScriptsOfTheFile() {
        assertThat(new ScriptTaskProvider().catalog(context).map(task -> task.id().text())).containsExactly("script/faulty", "script/sage", "script/syne");
    }

    @Test
    void runsAScriptOfSyneTuneUnchanged() throws Exception {
        RecordingProgress progress = RecordingProgress.letting(folder.resolve("c1"));
        Outcome outcome = evaluate("script/syne", "{\"kind\":\"a\",\"x\":0.5}", Fidelity.of("epochs", 4), progress);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Success.class,
                success -> assertThat(success.objectives().getFirst()).isEqualTo(0.2 * 0.2 + 0.25, org.assertj.core.api.Assertions.within(1e-12)));
        assertThat(progress.reports()).extracting(report -> report.at().level("epochs")).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @Test
    void pausesAScriptAndResumesItFromItsCheckpoint() throws Exception {
        Path checkpoints = folder.resolve("c2");
        Outcome first = evaluate("script/syne", "{\"kind\":\"a\",\"x\":0.5}", Fidelity.of("epochs", 2),
                new RecordingProgress(checkpoints, report -> report == 1 ? Verdict.PAUSE : Verdict.CONTINUE, false));
        assertThat(first).isInstanceOfSatisfying(Outcome.Interrupted.class, paused -> {
            assertThat(paused.paused()).isTrue();
            assertThat(paused.reached().level("epochs")).isEqualTo(2);
        });
        RecordingProgress progress = RecordingProgress.letting(checkpoints);
        Evaluation resumed = new Evaluation(2, Configuration.parse("{\"kind\":\"a\",\"x\":0.5}"), Fidelity.of("epochs", 4), 7,
                Optional.of(new Evaluation.Resumed(1, Fidelity.of("epochs", 2), 7)));
        try (Task task = new ScriptTaskProvider().open(TaskId.of("script/syne"), context)) {
            assertThat(task.evaluate(resumed, progress)).isInstanceOf(Outcome.Success.class);
        }
        assertThat(progress.reports()).extracting(report -> report.at().level("epochs")).containsExactly(3.0, 4.0);
        assertThat(progress.reports()).extracting(Measurement::extra).allSatisfy(extra -> assertThat(extra).containsEntry("started_at", 2.0));
    }

    @Test
    void readsAScriptOfSageMakerByRegularExpression() throws Exception {
        Outcome outcome = evaluate("script/sage", "{\"x\":0.3}", Fidelity.none(), RecordingProgress.letting(folder.resolve("c3")));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Success.class, success -> assertThat(success.objectives()).containsExactly(0.333333));
    }

    @ParameterizedTest
    @CsvSource({"crash,CRASH,exit code 1", "memory,OUT_OF_MEMORY,exit code 1", "nan,NOT_A_NUMBER,NaN", "hang,TIMEOUT,it hangs", "slow,TIMEOUT,did not end",
            "silent,INVALID_RESULT,without reporting"})
    void tellsFailuresApart(String kind, FailureKind expected, String words) throws Exception {
        Outcome outcome = evaluate("script/faulty", "{\"kind\":\"" + kind + "\"}", Fidelity.none(), RecordingProgress.letting(folder.resolve("c4")));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(expected);
            assertThat(failure.message()).contains(words);
        });
    }

    @Test
    void refusesAnUnknownKeyWithASuggestion() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), DEFINITIONS.replace("metrics:", "metric:"));
        assertThatThrownBy(() -> ScriptFile.read(file)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("wrong.yaml")
                .hasMessageContaining("'metric'").hasMessageContaining("Maybe you mean metrics");
    }

    private Outcome evaluate(String id, String configuration, Fidelity fidelity, RecordingProgress progress) throws Exception {
        try (Task task = new ScriptTaskProvider().open(TaskId.of(id), context)) {
            Configuration parsed = Configuration.parse(configuration);
            assertThat(List.copyOf(task.problem().space().violations(parsed))).isEmpty();
            return task.evaluate(new Evaluation(1, parsed, fidelity, 7), progress);
        }
    }
}
