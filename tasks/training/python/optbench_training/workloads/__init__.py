"""The list of workloads: ``workloads.json``, read by the Java side too."""

import copy
import difflib
import functools
import importlib
import json
import os

from ..errors import InvalidArguments


@functools.lru_cache(maxsize=None)
def _catalog():
    with open(os.path.join(os.path.dirname(__file__), "..", "workloads.json"), encoding="utf-8") as file:
        return json.load(file)["workloads"]


def names():
    return list(_catalog())


def _choose(what, name, known):
    if name not in known:
        close = difflib.get_close_matches(name, known, 1)
        hint = f"Maybe {close[0]!r} was meant" if close else f"Maybe one of {', '.join(known) or 'none'}"
        raise InvalidArguments(f"{what} {name!r} is not known. {hint}")
    return known[name]


def _merge(base, changes):
    for key, value in changes.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            _merge(base[key], value)
        else:
            base[key] = value
    return base


def specification(name, preset="cpu", variant=None):
    """Settings of a workload with its preset and variant merged in: a dictionary of its own."""
    entry = copy.deepcopy(_choose("workload", name, _catalog()))
    chosen = copy.deepcopy(_choose(f"preset of {name}", preset, entry.pop("presets")))
    variants = entry.pop("variants")
    _merge(entry, chosen)
    if variant:
        _merge(entry["settings"], copy.deepcopy(_choose(f"variant of {name}", variant, variants)))
    entry.update(name=name, preset=preset, variant=variant or "")
    return entry


_loaded = {}


def load(spec, device):
    """The workload of a specification; the last one stays loaded, so that a persistent worker reads data once."""
    key = json.dumps([spec["class"], spec["settings"], str(device)], sort_keys=True)
    if key not in _loaded:
        _loaded.clear()
        module, kind = spec["class"].split(".")
        workload = getattr(importlib.import_module("." + module, __name__), kind)
        _loaded[key] = workload(spec["name"], spec["settings"], device)
    return _loaded[key]
