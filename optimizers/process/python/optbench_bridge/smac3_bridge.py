"""SMAC3 2.x by its ask and tell, over a ConfigSpace made from the search space."""

import tempfile

import ConfigSpace
import smac
from smac.runhistory.dataclasses import TrialValue
from smac.runhistory.enumerations import StatusType

from . import space as spaces
from .protocol import numbers

FACADES = {"hpo": smac.HyperparameterOptimizationFacade, "black-box": smac.BlackBoxFacade, "random": smac.RandomFacade}


def hyperparameter(parameter):
    name, kind, default = parameter["name"], parameter["type"], parameter["default"]
    if kind == "float":
        return ConfigSpace.UniformFloatHyperparameter(name, parameter["lower"], parameter["upper"], log=parameter["log"],
                                                      default_value=default)
    if kind == "int":
        return ConfigSpace.UniformIntegerHyperparameter(name, parameter["lower"], parameter["upper"], log=parameter["log"],
                                                        default_value=default)
    if kind == "categorical":
        return ConfigSpace.CategoricalHyperparameter(name, parameter["choices"], default_value=default)
    return ConfigSpace.OrdinalHyperparameter(name, parameter["choices"], default_value=default)


def condition(space, child, given):
    kind = given["type"]
    if kind in ("all_of", "any_of"):
        join = ConfigSpace.AndConjunction if kind == "all_of" else ConfigSpace.OrConjunction
        return join(*[condition(space, child, part) for part in given["parts"]])
    if kind == "one_of":
        return ConfigSpace.InCondition(child, space[given["parameter"]], given["values"])
    raise ValueError(f"a condition of kind {kind!r} is not handled by this adapter")


class Smac3:
    def __init__(self, start):
        problem = start["problem"]
        spaces.refuse(problem["space"], ("float", "int", "categorical", "ordinal"))
        self.parameters = {p["name"]: p for p in problem["space"]["parameters"]}
        space = ConfigSpace.ConfigurationSpace(seed=start["seed"])
        for parameter in self.parameters.values():
            space.add(hyperparameter(parameter))
        for parameter in self.parameters.values():
            if "active_when" in parameter:
                space.add(condition(space, space[parameter["name"]], parameter["active_when"]))
        trials = int(start["budget"].get("trials") or start["budget"].get("full_evaluations") or 10_000)
        scenario = smac.Scenario(space, deterministic=True, n_trials=trials, seed=start["seed"], output_directory=tempfile.mkdtemp())
        self.facade = FACADES[start["settings"]["facade"]](scenario, lambda configuration, seed=0: 0.0, overwrite=True)
        self.open, self.count = {}, 0

    def plain(self, name, value):
        kind = self.parameters[name]["type"]
        return float(value) if kind == "float" else int(value) if kind == "int" else str(value)

    def ask(self, at_most, pending):
        suggestions = []
        for _ in range(at_most):
            info = self.facade.ask()
            self.open[self.count] = info
            self.count += 1
            suggestions.append({"configuration": {n: self.plain(n, v) for n, v in dict(info.config).items()}})
        return suggestions

    def tell(self, trial):
        info = self.open.pop(trial["trial"])
        values = numbers(trial.get("objectives", []))
        bad = trial["status"] == "failed" or values[0] != values[0]
        self.facade.tell(info, TrialValue(cost=1e300 if bad else values[0],
                                          status=StatusType.CRASHED if bad else StatusType.SUCCESS))


create = Smac3
