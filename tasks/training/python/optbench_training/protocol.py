"""The worker's side of the protocol: arguments in, report lines out.

Arguments come as ``--name value``, as a JSON file (``--config_file`` or Syne Tune's ``--st_config_json_filename``), or as
one JSON object in persistent mode. A report is one line ``[tune-metric]: {json}``, the end of a trial one line
``[optbench-status]: {json}``.
"""

import json
import math
import sys
import time

import optbench_algorithms

from . import workloads
from .errors import InvalidArguments

METRIC = "[tune-metric]: "
STATUS = "[optbench-status]: "

_SETTINGS = {
    "workload": str, "preset": str, "variant": str, "algorithm": str, "device": str, "seed": int, "epochs": int,
    "horizon": int, "batch_size": int, "checkpoint_dir": str, "target": float, "stop_at_target": int,
    "max_seconds": float, "clock": str, "memory_mib": int, "threads": int, "log_gradient_norms": int,
    "schedule_file": str, "checkpoint_every": int, "resume_from": int,
}
_ALIASES = {"st_checkpoint_dir": "checkpoint_dir", "checkpoint-dir": "checkpoint_dir"}


class Request:
    """One validated trial: settings as attributes, the hyperparameters of algorithm and workload in ``hyperparameters``."""

    def __init__(self, arguments):
        values = {"preset": "cpu", "variant": "", "algorithm": "adamw", "device": "auto", "seed": 0, "target": None,
                  "stop_at_target": 0, "max_seconds": math.inf, "clock": "wall", "memory_mib": 0, "threads": 1,
                  "log_gradient_norms": 0, "schedule_file": "", "checkpoint_every": 1, "checkpoint_dir": "", "resume_from": -1}
        rest = {}
        for name, value in arguments.items():
            name = _ALIASES.get(name, name)
            if name in _SETTINGS:
                values[name] = _convert(name, value, _SETTINGS[name])
            else:
                rest[name] = value
        if "workload" not in values:
            raise InvalidArguments(f"no workload was given. Maybe --workload with one of {', '.join(workloads.names())}")
        self.spec = workloads.specification(values["workload"], values["preset"], values["variant"])
        values.setdefault("horizon", self.spec["epochs"])
        values.setdefault("epochs", values["horizon"])
        values.setdefault("batch_size", self.spec["batch_size"])
        self.__dict__.update(values)
        if not 1 <= self.epochs <= self.horizon:
            raise InvalidArguments(f"epochs {self.epochs} must be in 1..{self.horizon}, the horizon of the schedule")
        if not 1 <= self.batch_size <= self.spec["examples_per_epoch"]:
            raise InvalidArguments(f"batch_size {self.batch_size} must be in 1..{self.spec['examples_per_epoch']}")
        if self.clock not in ("wall", "cpu"):
            raise InvalidArguments(f"clock {self.clock!r} must be 'wall' or 'cpu'")
        self.hyperparameters = self._hyperparameters(rest)

    def _hyperparameters(self, given):
        try:
            algorithm = optbench_algorithms.parameters(self.algorithm)
        except ValueError as error:
            raise InvalidArguments(str(error)) from None
        known = {p["name"]: p for p in algorithm + self.spec["parameters"]}
        unknown = sorted(set(given) - set(known))
        if unknown:
            raise InvalidArguments(f"{', '.join(unknown)}: not known to {self.spec['name']} with {self.algorithm}. "
                                   f"Maybe one of {', '.join([*known, *_SETTINGS])}")
        result = {}
        for name, parameter in known.items():
            value = given.get(name, parameter["default"])
            if parameter["type"] == "categorical":
                allowed = parameter["values"] + (["refined"] if name == "schedule" else [])
                if value not in allowed:
                    raise InvalidArguments(f"{name} {value!r} is none of {', '.join(map(str, allowed))}")
                result[name] = value
            else:
                result[name] = _convert(name, value, int if parameter["type"] == "int" else float)
                if not math.isfinite(result[name]):
                    raise InvalidArguments(f"{name} {value!r} must be finite")
        return result

    def identity(self):
        """What a checkpoint must agree on; how long the run goes on now is not part of it."""
        return json.dumps([self.spec, self.algorithm, self.hyperparameters, self.seed, self.horizon, self.batch_size,
                           self.schedule_file], sort_keys=True)


def _convert(name, value, kind):
    try:
        if kind is int and isinstance(value, str):
            number = float(value)
        else:
            number = kind(value)
        if kind is int and number != int(number):
            raise ValueError
        return int(number) if kind is int else number
    except (TypeError, ValueError, OverflowError):
        raise InvalidArguments(f"{name} {value!r} is not a value of type {kind.__name__}") from None


def parse(argv):
    """``--name value`` and ``--name=value`` pairs to a dictionary; a JSON file is read first, the command line wins."""
    pairs, position = {}, 0
    while position < len(argv):
        token = argv[position]
        if not token.startswith("--"):
            raise InvalidArguments(f"argument {token!r} must begin with --. Maybe --name value")
        name, equals, value = token[2:].partition("=")
        if not equals:
            position += 1
            if position == len(argv):
                raise InvalidArguments(f"--{name} has no value")
            value = argv[position]
        pairs[name] = value
        position += 1
    file = pairs.pop("config_file", None) or pairs.pop("st_config_json_filename", None)
    if file:
        with open(file, encoding="utf-8") as stream:
            pairs = {**json.load(stream), **pairs}
    return pairs


class Reporter:
    """Writes report and status lines; non-finite numbers become strings, since JSON has none."""

    def __init__(self, stream=None, trial=None):
        self.stream, self.trial = stream or sys.stdout, trial
        self.count, self.started = 0, time.perf_counter()

    def _write(self, prefix, content):
        if self.trial is not None:
            content = {"trial": self.trial, **content}
        clean = {k: str(v) if isinstance(v, float) and not math.isfinite(v) else v for k, v in content.items()}
        self.stream.write(prefix + json.dumps(clean) + "\n")
        self.stream.flush()

    def report(self, **metrics):
        self._write(METRIC, {**metrics, "st_worker_iter": self.count, "st_worker_timestamp": time.time(),
                             "st_worker_time": time.perf_counter() - self.started})
        self.count += 1

    def status(self, kind, **details):
        self._write(STATUS, {"kind": kind, **details})
