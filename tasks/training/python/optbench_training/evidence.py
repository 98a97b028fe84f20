"""Measurements that are made once a machine: devices against each other, several workers on one device.

``python3 -m optbench_training curves --preset smoke`` trains every workload on the CPU and on CUDA with the same seed and
prints how far the curves of the training loss differ. ``python3 -m optbench_training throughput --workload fashion-mlp
--preset gpu --epochs 2 --workers 1,4,16`` trains in that many processes at once and prints the steps a second of all
together. Both write JSON lines, with the device and the versions; without CUDA ``curves`` compares the CPU with itself.
"""

import io
import json
import os
import platform
import subprocess
import sys
import time

import torch

from . import workloads
from .errors import classify
from .protocol import METRIC, STATUS, Reporter, Request, parse
from .trainer import Trainer


def environment(device):
    name = torch.cuda.get_device_name(device) if torch.device(device).type == "cuda" else platform.machine() + " cpu"
    return {"device": str(device), "device_name": name, "torch": torch.__version__, "python": platform.python_version()}


def relative_difference(first, second):
    """Largest difference of two loss curves, relative to the first loss of the first."""
    return max(abs(a - b) for a, b in zip(first, second)) / abs(first[0])


def _curve(name, preset, device, epochs):
    arguments = {"workload": name, "preset": preset, "device": device, "seed": 1}
    if epochs:
        arguments["epochs"] = epochs
    trainer = Trainer(Request(arguments), Reporter(io.StringIO()))
    trainer.run()
    return [report["train_loss"] for report in trainer.history]


def curves(argv):
    arguments = parse(argv)
    other = "cuda" if torch.cuda.is_available() else "cpu"
    names = arguments["workload"].split(",") if "workload" in arguments else workloads.names()
    preset, worst, failed = arguments.get("preset", "smoke"), 0.0, 0
    for name in names:
        line = {"measurement": "curves", "workload": name, "preset": preset, **environment(other)}
        try:
            cpu, card = (_curve(name, preset, d, arguments.get("epochs")) for d in ("cpu", other))
            line.update(relative_difference=relative_difference(cpu, card), cpu=cpu, other=card)
            worst = max(worst, line["relative_difference"])
        except Exception as error:  # one workload that cannot run does not hide the others
            line["failed"] = str(classify(error))
            failed += 1
        print(json.dumps(line), flush=True)
    tolerance = float(arguments.get("tolerance", 0.01))
    print(json.dumps({"worst": worst, "tolerance": tolerance, "within": worst <= tolerance, "failed": failed}))
    return 0 if worst <= tolerance and not failed else 1


def throughput(argv):
    arguments = parse(argv)
    counts = [int(text) for text in arguments.pop("workers", "1,4,16").split(",")]
    flags = [token for name, value in arguments.items() for token in (f"--{name}", value)]
    device = arguments.get("device", "cuda" if torch.cuda.is_available() else "cpu")
    status = 0
    for count in counts:
        root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        inherited = os.environ.get("PYTHONPATH")
        paths = root if not inherited else root + os.pathsep + inherited
        start = time.perf_counter()
        processes = [subprocess.Popen([sys.executable, "-m", "optbench_training", *flags, "--seed", str(seed)],
                                      stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths})
                     for seed in range(count)]
        outputs = [process.communicate()[0] for process in processes]
        wall = time.perf_counter() - start
        last = [[json.loads(line[len(METRIC):]) for line in output.splitlines() if line.startswith(METRIC)][-1:]
                for output in outputs]
        ended = [json.loads(line[len(STATUS):])["kind"] for output in outputs for line in output.splitlines()
                 if line.startswith(STATUS)]
        done = [reports[0] for reports in last if reports]
        print(json.dumps({
            "measurement": "throughput", "workers": count, "completed": ended.count("completed"), "wall_seconds": wall,
            "steps_per_second_all": sum(r["step"] / r["seconds"] for r in done),
            "steps_per_second_each": [r["step"] / r["seconds"] for r in done], "arguments": arguments,
            **environment(device)}), flush=True)
        status |= int(ended.count("completed") != count)
    return status
