"""CMA-ES of the package cma in the unit cube; a generation is asked for piece by piece and told when it is complete."""

import math

import cma

from . import space as spaces
from .protocol import numbers


class Pycma:
    def __init__(self, start):
        self.parameters = start["problem"]["space"]["parameters"]
        spaces.refuse(start["problem"]["space"], ("float",), conditional=False)
        centre = [self.unit(p, p["default"]) for p in self.parameters]
        if len(centre) < 2:
            raise ValueError("the package cma needs at least two parameters")
        self.strategy = cma.CMAEvolutionStrategy(centre, start["settings"]["sigma0"], {
            "bounds": [0, 1], "seed": start["seed"] % (2 ** 31 - 2) + 1, "verbose": -9})
        self.points, self.values, self.next, self.first, self.count = [], {}, 0, 0, 0

    @staticmethod
    def unit(parameter, value):
        lower, upper = parameter["lower"], parameter["upper"]
        if parameter["log"]:
            return (math.log(value) - math.log(lower)) / (math.log(upper) - math.log(lower))
        return (value - lower) / (upper - lower)

    @staticmethod
    def value(parameter, unit):
        lower, upper = parameter["lower"], parameter["upper"]
        if parameter["log"]:
            return min(max(math.exp(math.log(lower) + unit * (math.log(upper) - math.log(lower))), lower), upper)
        return min(max(lower + unit * (upper - lower), lower), upper)

    def ask(self, at_most, pending):
        if self.next == len(self.points):
            if len(self.values) < len(self.points):
                return None
            if self.points:
                self.strategy.tell(self.points, [self.values[i] for i in range(len(self.points))])
                if self.strategy.stop():
                    return f"CMA-ES stopped: {', '.join(self.strategy.stop())}"
                self.first += len(self.points)
            self.points, self.values, self.next = self.strategy.ask(), {}, 0
        batch = range(self.next, min(self.next + at_most, len(self.points)))
        self.next = batch.stop
        return [{"configuration": {p["name"]: self.value(p, float(u)) for p, u in zip(self.parameters, self.points[i])}}
                for i in batch]

    def tell(self, trial):
        values = numbers(trial.get("objectives", []))
        bad = trial["status"] == "failed" or values[0] != values[0]
        self.values[trial["trial"] - self.first] = 1e300 if bad else min(values[0], 1e300)


create = Pycma
