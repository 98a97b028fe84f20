"""One-shot and persistent workers.

A persistent worker reads one JSON object a line: ``{"op": "train", "trial": "7", "arguments": {...}}``, and while that
runs ``{"op": "pause"}`` or ``{"op": "stop"}``; ``{"op": "exit"}`` or the end of the input ends it. torch is imported, CUDA
started and data read once.
"""

import gc
import json
import os
import queue
import resource
import signal
import sys
import threading
import traceback

import numpy
import torch

from .errors import InvalidArguments, TrainingFailure, classify
from .protocol import Reporter, Request, parse
from .trainer import Trainer, make_deterministic, resolve_device

_signalled = threading.Event()


def limit_memory(mebibytes, device):
    """An upper bound on memory: private data of the process, and its share of the card."""
    if not mebibytes:
        return
    bound = mebibytes << 20
    if device.type == "cuda":
        total = torch.cuda.get_device_properties(device).total_memory
        torch.cuda.set_per_process_memory_fraction(min(1.0, bound / total), device)
    else:
        # OpenBLAS takes its buffers at the first product and tries for ever when it gets none.
        numpy.ones((64, 64)) @ numpy.ones((64, 64))
        torch.ones(64, 64) @ torch.ones(64, 64)
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        soft = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def lift_memory_limit():
    """Takes the bound away, so that the failure can be told and a persistent worker can go on."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))


def run_trial(arguments, reporter, control):
    """Runs one trial and writes its status line; returns the exit status of a one-shot worker."""
    try:
        request = Request(arguments)
        make_deterministic(request.threads)
        limit_memory(request.memory_mib, resolve_device(request.device))
        trainer = Trainer(request, reporter, control)
        outcome = trainer.run()
        reporter.status(outcome, epoch=trainer.step // trainer.steps_per_epoch, step=trainer.step,
                        seconds=trainer.clock.wall["train"])
        return 0
    except Exception as error:  # the boundary of a trial: every failure becomes a status
        lift_memory_limit()
        failure = classify(error)
        if type(failure) is TrainingFailure:
            traceback.print_exc()
        reporter.status(failure.kind, message=str(failure))
        return failure.exit_status


def train_once(argv):
    signal.signal(signal.SIGTERM, lambda *_: _signalled.set())
    try:
        arguments = parse(argv)
    except (InvalidArguments, OSError, ValueError) as error:
        Reporter().status(InvalidArguments.kind, message=str(error))
        return InvalidArguments.exit_status
    return run_trial(arguments, Reporter(), lambda: "pause" if _signalled.is_set() else "continue")


def _orders(lines):
    for line in sys.stdin:
        if line.strip():
            lines.put(line)
    lines.put(None)


class _Control:
    """Polls orders that arrive while a trial runs; an order for another trial is dropped as late."""

    def __init__(self, lines, trial):
        self.lines, self.trial, self.order, self.ended = lines, trial, "continue", False

    def __call__(self):
        while not self.lines.empty():
            line = self.lines.get_nowait()
            order = {"op": "exit"} if line is None else json.loads(line)
            if order["op"] == "exit":
                self.ended, self.order = True, "stop"
            elif order["op"] in ("pause", "stop") and order.get("trial", self.trial) == self.trial:
                self.order = order["op"]
        return self.order


def main():
    lines = queue.Queue()
    threading.Thread(target=_orders, args=(lines,), daemon=True).start()
    Reporter().status("ready", pid=os.getpid(), torch=torch.__version__, cuda=torch.cuda.is_available())
    while True:
        line = lines.get()
        if line is None:
            return 0
        order = json.loads(line)
        if order["op"] == "exit":
            return 0
        if order["op"] != "train":
            continue
        control = _Control(lines, order["trial"])
        run_trial(order["arguments"], Reporter(trial=order["trial"]), control)
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        if control.ended:
            return 0
