"""Workloads, data, metrics, clock, checkpoints and the protocol of the workers."""

import io
import json
import math
import os
import subprocess
import sys
import tempfile
import unittest

import numpy as np
import torch

from optbench_training import checkpoint, workloads
from optbench_training.errors import InvalidArguments, OutOfMemory, TrainingFailure, classify
from optbench_training.protocol import METRIC, STATUS, Reporter, Request, parse
from optbench_training.targets import configurations
from optbench_training.trainer import DataOrder, Trainer
from optbench_training.workloads import addition, clicks, graphs, images, phantoms, sequences, text

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def available(name):
    needs = workloads.specification(name)["data_set"]
    return needs == "synthetic" or (images.folder() if needs == "fashion-mnist" else text.source()) is not None


def train(epochs=None, folder="", name="clicks-dlrm", **arguments):
    out = io.StringIO()
    request = Request({"workload": name, "preset": "smoke", "checkpoint_dir": folder, "device": "cpu", **arguments})
    request.epochs = epochs or request.epochs
    trainer = Trainer(request, Reporter(out))
    trainer.run()
    return [json.loads(line[len(METRIC):]) for line in out.getvalue().splitlines()], trainer


class Data(unittest.TestCase):
    def test_clicks_have_the_bayes_cross_entropy_of_their_teacher(self):
        ids, _, labels, probability = clicks.generate(40000, 6, 100, 4, seed=1)
        self.assertTrue((np.bincount(ids[:, 0], minlength=100)[0] > np.bincount(ids[:, 0], minlength=100)[50]))
        bayes = clicks.bayes_cross_entropy(probability)
        drawn = -np.where(labels > 0, np.log(probability), np.log(1 - probability)).mean()
        # The mean over 40 000 examples of a term with standard deviation below 0.6: five standard errors are 0.015.
        self.assertAlmostEqual(drawn, bayes, delta=0.015)

    def test_addition_adds(self):
        pairs, total = addition.generate(500, 6, seed=2, chain_share=0.5)
        powers = 10 ** np.arange(7)
        np.testing.assert_array_equal((pairs.sum(axis=2) * powers).sum(axis=1), (total * powers).sum(axis=1))
        chains = addition.longest_carry_chain(np.array([[[5, 5], [4, 5], [9, 0], [1, 1]], [[1, 1], [4, 5], [9, 0], [9, 9]]]))
        np.testing.assert_array_equal(chains, [2, 0])

    def test_planted_motifs_are_there(self):
        kinds, adjacency, labels = graphs.generate(50, 12, 8, 0.05, seed=3)
        self.assertTrue((adjacency == adjacency.transpose(0, 2, 1)).all())
        _, pattern, edges = graphs.MOTIFS[-1]  # planted last, so nothing overwrites it
        planted = np.flatnonzero(labels[:, -1])
        self.assertGreater(len(planted), 0)
        for graph in planted:
            places = [np.flatnonzero(kinds[graph] == kind) for kind in pattern]
            found = any(all(adjacency[graph, choice[a], choice[b]] for a, b in edges)
                        for choice in np.array(np.meshgrid(*places)).reshape(len(pattern), -1).T)
            self.assertTrue(found)

    def test_tones_and_phantoms(self):
        inputs, labels = sequences.generate(2000, 128, 10, seed=4, amplitude=20.0)
        spectrum = np.abs(np.fft.rfft(inputs[:, :, 0], n=4096)).argmax(axis=1) / 4096
        np.testing.assert_array_equal(np.round((spectrum - 0.08) * 128 / 1.5), labels)
        shapes = phantoms.ellipses(5, 32, seed=5)
        self.assertTrue(0 <= shapes.min() and shapes.max() <= 1)
        mask = phantoms.column_mask(32, 4, 0.08, 6)
        self.assertEqual(mask.sum(), 8)
        np.testing.assert_allclose(phantoms.zero_filled(shapes, np.ones(32, np.float32)), shapes, atol=1e-6)

    def test_data_are_the_same_in_every_process(self):
        first, second = (clicks.generate(100, 3, 20, 2, seed=9) for _ in range(2))
        for a, b in zip(first, second):
            np.testing.assert_array_equal(a, b)

    def test_lzw_decodes_what_compress_wrote(self):
        # printf 'TOBEORNOTTOBEORTOBEORNOT' | compress -c (ncompress 4.2), header 1f 9d 90 left out
        codes = [84, 79, 66, 69, 79, 82, 78, 79, 84, 257, 259, 261, 266, 260, 262, 264]
        bits = sum(code << (9 * i) for i, code in enumerate(codes))
        self.assertEqual(text.lzw_decode(bits.to_bytes(18, "little")), b"TOBEORNOTTOBEORTOBEORNOT")


class Metrics(unittest.TestCase):
    def test_average_precision_by_hand(self):
        self.assertAlmostEqual(graphs.average_precision(np.array([0.9, 0.8, 0.7, 0.6]), np.array([1, 0, 1, 0])),
                               (1 + 2 / 3) / 2)
        self.assertAlmostEqual(graphs.average_precision(np.array([0.5, 0.5]), np.array([1, 0])), 0.5)
        self.assertTrue(math.isnan(graphs.average_precision(np.array([0.5]), np.array([0]))))

    def test_ssim_against_a_direct_sum_over_windows(self):
        rng = np.random.default_rng(0)
        a, b = rng.random((2, 12, 12))
        expected = []
        for i in range(6):
            for j in range(6):
                x, y = a[i:i + 7, j:j + 7].ravel(), b[i:i + 7, j:j + 7].ravel()
                c = np.cov(x, y)
                expected.append((2 * x.mean() * y.mean() + 1e-4) * (2 * c[0, 1] + 9e-4)
                                / ((x.mean() ** 2 + y.mean() ** 2 + 1e-4) * (c[0, 0] + c[1, 1] + 9e-4)))
        tensors = [torch.from_numpy(t)[None, None] for t in (a, b)]
        self.assertAlmostEqual(phantoms.ssim(*tensors).item(), np.mean(expected), places=10)
        self.assertAlmostEqual(phantoms.ssim(tensors[0], tensors[0]).item(), 1.0)

    def test_state_space_convolution_is_its_recurrence(self):
        torch.manual_seed(0)
        layer = sequences.DiagonalStateSpace(3, 4).double()
        x = torch.randn(2, 3, 20, dtype=torch.float64)
        step = layer.log_step.exp()[:, None]
        pole = torch.complex(-layer.log_decay.exp(), layer.frequency)
        turn, gain = (pole * step).exp(), ((pole * step).exp() - 1) / pole
        h = torch.zeros(2, 3, 4, dtype=torch.complex128)
        outputs = []
        for t in range(20):
            h = turn * h + gain * x[:, :, t, None]
            outputs.append(2 * (torch.view_as_complex(layer.output) * h).sum(-1).real + layer.skip * x[:, :, t])
        np.testing.assert_allclose(layer(x).detach().numpy(), torch.stack(outputs, 2).detach().numpy(), atol=1e-10)


class Training(unittest.TestCase):
    def test_every_workload_and_variant_trains(self):
        for name in workloads.names():
            if not available(name):
                print(f"skipped {name}: its data are not here", file=sys.stderr)
                continue
            with open(os.path.join(ROOT, "optbench_training", "workloads.json"), encoding="utf-8") as file:
                variants = list(json.load(file)["workloads"][name]["variants"])
            for variant in ["", *variants]:
                reports, trainer = train(1, name=name, variant=variant)
                self.assertIn(trainer.workload.metric, reports[0])
                self.assertTrue(math.isfinite(reports[0]["train_loss"]))

    def test_resume_is_bit_identical_for_every_algorithm(self):
        import optbench_algorithms
        for algorithm in optbench_algorithms.names():
            whole, trainer = train(3, algorithm=algorithm)
            with tempfile.TemporaryDirectory() as folder:
                first, _ = train(1, folder, algorithm=algorithm)
                rest, resumed = train(3, folder, algorithm=algorithm)
            for key in ("epoch", "train_loss", "cross_entropy", "state_bytes", "forward_passes"):
                self.assertEqual([r[key] for r in whole], [r[key] for r in first + rest], (algorithm, key))
            for a, b in zip(trainer.model.parameters(), resumed.model.parameters()):
                self.assertTrue(torch.equal(a, b), algorithm)

    def test_pause_in_the_middle_of_an_epoch_with_dropout(self):
        if not available("fashion-mlp"):
            self.skipTest("Fashion-MNIST is not here")
        whole, _ = train(2, name="fashion-mlp", dropout=0.3)
        with tempfile.TemporaryDirectory() as folder:
            request = Request({"workload": "fashion-mlp", "preset": "smoke", "dropout": 0.3, "checkpoint_dir": folder})
            calls = iter(range(100))
            trainer = Trainer(request, Reporter(io.StringIO()), lambda: "pause" if next(calls) == 3 else "continue")
            self.assertEqual(trainer.run(), "paused")
            rest, _ = train(2, folder, name="fashion-mlp", dropout=0.3)
        self.assertEqual([r["train_loss"] for r in whole], [r["train_loss"] for r in rest])

    def test_missed_reports_are_told_again(self):
        whole, _ = train(3)
        with tempfile.TemporaryDirectory() as folder:
            train(2, folder)
            again, _ = train(3, folder, resume_from=1)
        self.assertEqual([r["train_loss"] for r in again], [r["train_loss"] for r in whole[1:]])
        self.assertEqual([r["epoch"] for r in again], [2, 3])

    def test_a_checkpoint_of_another_run_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            train(1, folder)
            with self.assertRaises(InvalidArguments):
                train(1, folder, seed=1)

    def test_checkpoints_hold_doubles_exactly_and_no_pickled_code(self):
        with tempfile.TemporaryDirectory() as folder:
            content = {"identity": "x", "third": 1 / 3, "list": [1, "a", None, True], "codes": torch.arange(5, dtype=torch.uint8)}
            checkpoint.save(folder, content)
            loaded = checkpoint.load(folder, "x")
            self.assertEqual(os.listdir(folder), [checkpoint.FILE])
        self.assertEqual(loaded["third"], 1 / 3)
        self.assertEqual(loaded["list"], [1, "a", None, True])
        self.assertEqual(loaded["codes"].dtype, torch.uint8)

    def test_time_to_target_is_that_of_the_first_hit(self):
        whole, _ = train(3)
        target = whole[1]["best"]
        reports, _ = train(3, target=target)
        self.assertNotIn("steps_to_target", reports[0])
        self.assertEqual([r["steps_to_target"] for r in reports[1:]], [reports[1]["step"]] * 2)
        self.assertEqual(reports[1]["seconds_to_target"], reports[1]["seconds"])

    def test_evaluation_and_checkpoints_are_outside_the_submission_time(self):
        class Slow:
            def __init__(self, inner):
                self.inner = inner

            def __getattr__(self, name):
                return getattr(self.inner, name)

            def measure(self, model):
                import time
                time.sleep(0.3)
                return self.inner.measure(model)
        request = Request({"workload": "clicks-dlrm", "preset": "smoke"})
        trainer = Trainer(request, Reporter(io.StringIO()))
        trainer.workload = Slow(trainer.workload)
        trainer.run()
        self.assertGreater(trainer.clock.wall["evaluate"], 0.9)
        self.assertEqual(trainer.history[-1]["seconds"], trainer.clock.wall["train"])

    def test_a_schedule_refined_from_the_logged_gradient_norms(self):
        with tempfile.TemporaryDirectory() as folder:
            _, logged = train(3, folder, log_gradient_norms=1)
            path = os.path.join(folder, "gradient_norms.json")
            with open(path, encoding="utf-8") as file:
                self.assertEqual(len(json.load(file)["gradient_norms"]), logged.total_steps)
            _, refined = train(3, schedule_file=path)
        self.assertEqual(len(refined.refined), logged.total_steps)
        self.assertEqual(refined.refined[-1], 0.0)
        self.assertEqual(refined.optimizer.param_groups[0]["lr"], 0.0)
        with self.assertRaisesRegex(InvalidArguments, "schedule_file"):
            train(1, schedule="refined")

    def test_data_order_needs_no_state_and_covers_a_pass(self):
        order, late = DataOrder(10, 3, 5, "cpu"), DataOrder(10, 3, 5, "cpu")
        steps = [order.indices(s).tolist() for s in range(7)]
        self.assertEqual(late.indices(5).tolist(), steps[5])
        self.assertEqual(len(set(sum(steps[:3], []))), 9)
        self.assertNotEqual(steps[0], steps[3])


class Protocol(unittest.TestCase):
    def test_arguments_as_flags_and_as_a_file_of_syne_tune(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
            json.dump({"lr": 0.5, "workload": "clicks-dlrm"}, file)
        arguments = parse(["--st_config_json_filename", file.name, "--lr=0.1", "--st_checkpoint_dir", "x"])
        os.unlink(file.name)
        self.assertEqual(arguments, {"lr": "0.1", "workload": "clicks-dlrm", "st_checkpoint_dir": "x"})

    def test_wrong_arguments_are_refused_with_a_hint(self):
        for wrong, words in (({"workload": "fashon-mlp"}, "Maybe 'fashion-mlp'"), ({"learning_rate": 1}, "learning_rate"),
                             ({"schedule": "step"}, "none of"), ({"epochs": 99}, "horizon"), ({"lr": "x"}, "float"),
                             ({"lr": "nan"}, "finite"), ({"preset": "tpu"}, "preset")):
            with self.assertRaisesRegex(InvalidArguments, words):
                Request({"workload": "clicks-dlrm", **wrong})

    def test_failures_are_told_apart(self):
        self.assertIsInstance(classify(RuntimeError("CUDA out of memory. Tried to allocate 1 GiB")), OutOfMemory)
        self.assertIsInstance(classify(MemoryError()), OutOfMemory)
        self.assertEqual(classify(KeyError("x")).kind, "crash")
        self.assertIs(type(classify(ValueError("x"))), TrainingFailure)

    def test_a_persistent_worker_runs_one_trial_after_another_and_survives_a_failed_one(self):
        orders = [
            {"op": "train", "trial": "1", "arguments": {"workload": "clicks-dlrm", "preset": "smoke", "epochs": 1}},
            {"op": "train", "trial": "2", "arguments": {"workload": "clicks-dlrm", "preset": "smoke", "nonsense": 1}},
            {"op": "train", "trial": "3", "arguments": {"workload": "clicks-dlrm", "preset": "smoke", "epochs": 1}},
        ]
        done = subprocess.run([sys.executable, "-B", "-m", "optbench_training", "worker"], cwd=ROOT, text=True,
                              input="".join(json.dumps(o) + "\n" for o in orders[:1]), capture_output=True, check=True)
        self.assertIn('"kind": "ready"', done.stdout)
        process = subprocess.Popen([sys.executable, "-B", "-m", "optbench_training", "worker"], cwd=ROOT, text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        kinds, values = [], []
        self.assertIn("ready", process.stdout.readline())
        for order in orders:
            process.stdin.write(json.dumps(order) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
            while not line.startswith(STATUS):
                values.append(json.loads(line[len(METRIC):])["train_loss"])
                line = process.stdout.readline()
            kinds.append(json.loads(line[len(STATUS):])["kind"])
        process.stdin.close()
        self.assertEqual(process.wait(60), 0)
        process.stdout.close()
        self.assertEqual(kinds, ["completed", "invalid-arguments", "completed"])
        self.assertEqual(values[0], values[1])

    def test_exit_status_of_one_shot_workers(self):
        command = [sys.executable, "-B", "-m", "optbench_training", "--workload", "clicks-dlrm", "--preset", "smoke"]
        cases = ((["--nonsense", "1"], 64), (["--memory_mib", "10", "--preset", "cpu"], 71),
                 (["--algorithm", "nesterov", "--variant", "embedding-init", "--lr", "3", "--one_minus_momentum", "0.005",
                   "--schedule", "constant", "--warmup_fraction", "0", "--batch_size", "16"], 72), ([], 0))
        for extra, status in cases:
            self.assertEqual(subprocess.run(command + extra, cwd=ROOT, capture_output=True).returncode, status, extra)

    def test_tuning_starts_from_the_defaults_and_stays_in_range(self):
        import optbench_algorithms
        for algorithm in ("adamw", "nesterov"):
            found = configurations(algorithm, 6)
            self.assertEqual(found[0], optbench_algorithms.defaults(algorithm))
            for parameter in optbench_algorithms.parameters(algorithm):
                for configuration in found:
                    value = configuration[parameter["name"]]
                    if parameter["type"] == "categorical":
                        self.assertIn(value, parameter["values"])
                    else:
                        self.assertTrue(parameter["lower"] <= value <= parameter["upper"])


if __name__ == "__main__":
    unittest.main()
