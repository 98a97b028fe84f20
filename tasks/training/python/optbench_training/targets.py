"""Targets by the protocol of AlgoPerf, smaller: tune four algorithms, run the best again with other seeds, take the median.

``python3 -m optbench_training targets --workload fashion-mlp --preset cpu --trials 8 --seeds 10 --out targets.json``

Each of AdamW, NadamW, Nesterov and heavy ball starts ``trials`` configurations: its defaults, then points of a scrambled
Sobol' sequence over its search space. After a third of the epochs the better third goes on to the end. The configuration
with the best value of all is run with ``seeds`` further seeds, and the target is the median of the best validation values.
Every finished run is a line of ``<out>.log.jsonl``; runs found there are not repeated.
"""

import io
import json
import math
import os
import statistics

import numpy
import torch

import optbench_algorithms

from . import workloads
from .errors import TrainingFailure, classify
from .protocol import Reporter, Request, parse
from .trainer import Trainer

BASELINES = ("adamw", "nadamw", "nesterov", "heavy-ball")


def configurations(algorithm, count, seed=20240):
    """The defaults and ``count - 1`` points of a scrambled Sobol' sequence over the algorithm's search space."""
    parameters = optbench_algorithms.parameters(algorithm)
    points = torch.quasirandom.SobolEngine(len(parameters), scramble=True, seed=seed).draw(max(1, count)).double()
    result = [optbench_algorithms.defaults(algorithm)]
    for point in points[:count - 1].tolist():
        result.append({p["name"]: _value(p, unit) for p, unit in zip(parameters, point)})
    return result


def _value(parameter, unit):
    if parameter["type"] == "categorical":
        return parameter["values"][min(len(parameter["values"]) - 1, int(unit * len(parameter["values"])))]
    lower, upper = parameter["lower"], parameter["upper"]
    if parameter.get("log"):
        value = math.exp(math.log(lower) + unit * (math.log(upper) - math.log(lower)))
    else:
        value = lower + unit * (upper - lower)
    return int(round(value)) if parameter["type"] == "int" else value


class _Run:
    """A run that can be taken to an epoch and further; a failed one has the worst value for good."""

    def __init__(self, spec, algorithm, hyperparameters, seed, device):
        self.spec, self.failed, self.trainer, self.algorithm = spec, "", None, algorithm
        self.hyperparameters, self.seed, self.device = hyperparameters, seed, device

    def to(self, epoch):
        try:
            if self.trainer is None and not self.failed:
                arguments = {"workload": self.spec["name"], "preset": self.spec["preset"],
                             "variant": self.spec["variant"], "algorithm": self.algorithm, "seed": self.seed,
                             "device": self.device, **self.hyperparameters}
                self.trainer = Trainer(Request(arguments), Reporter(io.StringIO()))
            if not self.failed:
                self.trainer.request.epochs = epoch
                self.trainer.run()
        except TrainingFailure as failure:
            self.failed = failure.kind
        except RuntimeError as error:
            self.failed = classify(error).kind
        return self

    def value(self):
        """The best value so far, as one to maximise."""
        if self.failed or self.trainer.best is None:
            return -math.inf
        return self.trainer.best if self.spec["mode"] == "max" else -self.trainer.best

    def record(self, phase):
        trainer = self.trainer
        return {"phase": phase, "workload": _key(self.spec), "algorithm": self.algorithm, "seed": self.seed,
                "hyperparameters": self.hyperparameters, "failed": self.failed,
                "best": None if self.failed else trainer.best,
                "epochs": 0 if trainer is None else trainer.step // trainer.steps_per_epoch,
                "cpu_seconds": 0.0 if trainer is None else round(trainer.clock.cpu["train"], 3),
                "seconds": 0.0 if trainer is None else round(trainer.clock.wall["train"], 3)}


def _key(spec):
    return "/".join(part for part in (spec["name"], spec["preset"], spec["variant"]) if part)


def _append(path, records):
    with open(path, "a", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record) + "\n")


def tune(spec, algorithm, trials, device):
    """All runs of one algorithm, best first."""
    runs = [_Run(spec, algorithm, h, 0, device) for h in configurations(algorithm, trials)]
    first = max(1, spec["epochs"] // 3)
    ranked = sorted((run.to(first) for run in runs), key=_Run.value, reverse=True)
    kept = ranked[:max(1, math.ceil(trials / 3))]
    for run in kept:
        run.to(spec["epochs"])
    return sorted(kept, key=_Run.value, reverse=True) + ranked[len(kept):]


def compute(spec, trials, seeds, device, log):
    """The entry of one workload for the file of targets."""
    done = []
    if os.path.isfile(log):
        with open(log, encoding="utf-8") as file:
            done = [r for r in map(json.loads, file) if r["workload"] == _key(spec)]
    for algorithm in BASELINES:
        if not any(r["phase"] == "tune" and r["algorithm"] == algorithm for r in done):
            records = [run.record("tune") for run in tune(spec, algorithm, trials, device)]
            _append(log, records)
            done += records
    sign = 1 if spec["mode"] == "max" else -1
    tuned = [r for r in done if r["phase"] == "tune" and r["best"] is not None and r["epochs"] == spec["epochs"]]
    best = max(tuned, key=lambda r: sign * r["best"])
    for seed in range(1, seeds + 1):
        if not any(r["phase"] == "rerun" and r["seed"] == seed for r in done):
            run = _Run(spec, best["algorithm"], best["hyperparameters"], seed, device).to(spec["epochs"])
            done.append(run.record("rerun"))
            _append(log, done[-1:])
    reruns = [r for r in done if r["phase"] == "rerun" and r["seed"] <= seeds]
    values = [r["best"] if r["best"] is not None else -sign * math.inf for r in reruns]
    return {
        "target": statistics.median(values), "metric": workloads.load(spec, device).metric, "mode": spec["mode"],
        "values": values, "algorithm": best["algorithm"], "hyperparameters": best["hyperparameters"],
        "trials_per_algorithm": trials, "best_per_algorithm": {
            a: (max if sign > 0 else min)((r["best"] for r in tuned if r["algorithm"] == a), default=None)
            for a in BASELINES},
        "median_cpu_seconds": statistics.median(r["cpu_seconds"] for r in reruns),
        "median_seconds": statistics.median(r["seconds"] for r in reruns),
        "device": _device_name(device), "torch": torch.__version__, "numpy": numpy.__version__,
        "command": f"python3 -m optbench_training targets --workload {spec['name']} --preset {spec['preset']}"
                   + (f" --variant {spec['variant']}" if spec["variant"] else "")
                   + f" --trials {trials} --seeds {seeds}",
    }


def _device_name(device):
    return torch.cuda.get_device_name(device) if torch.device(device).type == "cuda" else "cpu, one thread"


def main(argv):
    arguments = parse(argv)
    out = arguments.get("out", os.path.join(os.path.dirname(__file__), "targets.json"))
    preset = arguments.get("preset", "cpu")
    device = arguments.get("device", "cuda" if preset == "gpu" else "cpu")
    names = arguments["workload"].split(",") if "workload" in arguments else workloads.names()
    for name in names:
        spec = workloads.specification(name, preset, arguments.get("variant") or None)
        entry = compute(spec, int(arguments.get("trials", 8)), int(arguments.get("seeds", 10)), device,
                        arguments.get("log", out + ".log.jsonl"))
        content = {}
        if os.path.isfile(out):
            with open(out, encoding="utf-8") as file:
                content = json.load(file)
        content[_key(spec)] = entry
        with open(out + ".tmp", "w", encoding="utf-8") as file:
            json.dump(dict(sorted(content.items())), file, indent=2)
            file.write("\n")
        os.replace(out + ".tmp", out)
        print(f"{_key(spec)}: {entry['metric']} {entry['target']:.6g} by {entry['algorithm']}", flush=True)
    return 0
