"""Nevergrad's optimizers by their ask and tell."""

import nevergrad

from . import space as spaces
from .protocol import numbers


def variable(parameter):
    kind = parameter["type"]
    if kind == "categorical":
        return nevergrad.p.Choice(parameter["choices"])
    if kind == "ordinal":
        return nevergrad.p.TransitionChoice(parameter["choices"])
    make = nevergrad.p.Log if parameter["log"] else nevergrad.p.Scalar
    result = make(lower=parameter["lower"], upper=parameter["upper"])
    return result.set_integer_casting() if kind == "int" else result


class Nevergrad:
    def __init__(self, start):
        space = start["problem"]["space"]
        spaces.refuse(space, ("float", "int", "categorical", "ordinal"), conditional=False)
        variables = nevergrad.p.Dict(**{p["name"]: variable(p) for p in space["parameters"]})
        variables.random_state.seed(start["seed"] % 2 ** 32)
        budget = start["budget"].get("trials") or start["budget"].get("full_evaluations") or 100
        self.optimizer = nevergrad.optimizers.registry[start["settings"]["optimizer"]](
            variables, budget=int(budget), num_workers=start["workers"])
        self.open, self.count = {}, 0

    def ask(self, at_most, pending):
        suggestions = []
        for _ in range(at_most):
            candidate = self.optimizer.ask()
            self.open[self.count] = candidate
            self.count += 1
            suggestions.append({"configuration": dict(candidate.value)})
        return suggestions

    def tell(self, trial):
        values = numbers(trial.get("objectives", []))
        bad = trial["status"] == "failed" or values[0] != values[0]
        self.optimizer.tell(self.open.pop(trial["trial"]), 1e300 if bad else min(values[0], 1e300))


create = Nevergrad
