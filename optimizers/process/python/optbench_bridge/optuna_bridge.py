"""Optuna's samplers. A trial asks for its parameters in the order of the space, as an objective function would."""

import optuna

from . import space as spaces
from .protocol import numbers

KINDS = ("float", "int", "categorical", "ordinal")


def sampler(name, seed):
    makers = {
        "tpe": lambda: optuna.samplers.TPESampler(seed=seed),
        "tpe-multivariate": lambda: optuna.samplers.TPESampler(seed=seed, multivariate=True),
        "random": lambda: optuna.samplers.RandomSampler(seed=seed),
        "cma-es": lambda: optuna.samplers.CmaEsSampler(seed=seed),
        "nsga-ii": lambda: optuna.samplers.NSGAIISampler(seed=seed),
        "qmc": lambda: optuna.samplers.QMCSampler(seed=seed, scramble=True),
    }
    return makers[name]()


def suggest(trial, parameter):
    name, kind = parameter["name"], parameter["type"]
    if kind == "float":
        return trial.suggest_float(name, parameter["lower"], parameter["upper"], log=parameter["log"])
    if kind == "int":
        return trial.suggest_int(name, parameter["lower"], parameter["upper"], log=parameter["log"])
    return trial.suggest_categorical(name, parameter["choices"])


class OptunaOptimizer:
    def __init__(self, start):
        optuna.logging.set_verbosity(optuna.logging.ERROR)
        problem = start["problem"]
        self.space = problem["space"]
        spaces.refuse(self.space, KINDS)
        self.study = optuna.create_study(directions=["minimize"] * len(problem["objectives"]),
                                         sampler=sampler(start["settings"]["sampler"], start["seed"]))
        self.open = {}

    def ask(self, at_most, pending):
        suggestions = []
        for _ in range(at_most):
            trial = self.study.ask()
            configuration = {}
            for parameter in self.space["parameters"]:
                if spaces.active(parameter, configuration):
                    configuration[parameter["name"]] = suggest(trial, parameter)
            self.open[trial.number] = trial
            suggestions.append({"configuration": configuration})
        return suggestions

    def tell(self, trial):
        # The platform numbers trials in the order of the suggestions, as Optuna does.
        known = self.open.pop(trial["trial"])
        values = numbers(trial.get("objectives", []))
        if trial["status"] == "failed" or any(value != value for value in values):
            self.study.tell(known, state=optuna.trial.TrialState.FAIL)
        else:
            self.study.tell(known, values)


create = OptunaOptimizer
