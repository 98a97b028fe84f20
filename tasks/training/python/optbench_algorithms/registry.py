"""The list of training algorithms: names, hyperparameters with ranges and literature defaults, construction.

The list itself is ``algorithms.json``, which the Java side reads too, so that both agree on every range.
"""

import difflib
import functools
import importlib
import json
import os

from .base import split_parameters

_MODULES = {
    "SGD": "first_order", "AdamW": "first_order", "NadamW": "first_order", "Lion": "first_order",
    "LionK": "first_order", "Muon": "orthogonal", "NorMuon": "orthogonal", "TurboMuon": "orthogonal",
    "SWAN": "low_memory", "Apollo": "low_memory", "ApolloMini": "low_memory", "Frugal": "low_memory",
    "SOAP": "second_order", "Shampoo": "second_order", "ScheduleFreeAdamW": "schedule_free",
    "MeZO": "zeroth_order", "Eggroll": "zeroth_order",
}


@functools.lru_cache(maxsize=None)
def _catalog():
    with open(os.path.join(os.path.dirname(__file__), "algorithms.json"), encoding="utf-8") as file:
        return json.load(file)


def names():
    return list(_catalog()["algorithms"])


def description(name):
    algorithms = _catalog()["algorithms"]
    if name not in algorithms:
        close = difflib.get_close_matches(name, algorithms, 1)
        hint = f"Maybe {close[0]!r} was meant" if close else f"Maybe one of {', '.join(algorithms)}"
        raise ValueError(f"training algorithm {name!r} is not known. {hint}")
    return algorithms[name]


def parameters(name):
    """Hyperparameters of the algorithm and of the schedule, with the algorithm's own defaults."""
    entry = description(name)
    overrides = entry.get("defaults", {})
    merged = [dict(p) for p in entry["parameters"] + _catalog()["common"]]
    for parameter in merged:
        if parameter["name"] in overrides:
            parameter["default"] = overrides[parameter["name"]]
    return merged


def defaults(name):
    return {p["name"]: p["default"] for p in parameters(name)}


def create(name, model, hyperparameters=None, seed=0):
    """The optimizer ``name`` for ``model``; hyperparameters left out take the literature defaults.

    ``one_minus_x`` is handed on as ``x = 1 - one_minus_x``. ``seed`` is for algorithms that draw projections or
    perturbations.
    """
    entry = description(name)
    settings = defaults(name)
    unknown = set(hyperparameters or {}) - set(settings)
    if unknown:
        raise ValueError(f"hyperparameters {sorted(unknown)} are not known to {name!r}. "
                         f"Maybe one of {', '.join(settings)}")
    settings.update(hyperparameters or {})
    for common in _catalog()["common"]:
        settings.pop(common["name"], None)
    arguments = dict(entry["fixed"])
    for key, value in settings.items():
        if key.startswith("one_minus_"):
            arguments[key[len("one_minus_"):]] = 1.0 - value
        else:
            arguments[key] = value
    module = importlib.import_module("." + _MODULES[entry["class"]], __package__)
    kind = getattr(module, entry["class"])
    if getattr(kind, "seeded", False):
        arguments["seed"] = seed
    optimizer = kind(split_parameters(model), **arguments)
    if entry.get("wrapper") == "blockwise-8bit":
        from .blockwise import BlockwiseState
        optimizer = BlockwiseState(optimizer)
    return optimizer
