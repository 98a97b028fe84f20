"""``python3 -m optbench_bridge ADAPTER``: serves one of the adapters of this package."""

import importlib
import sys

from . import protocol

ADAPTERS = ("random_search", "optuna_bridge", "smac3_bridge", "pycma_bridge", "nevergrad_bridge")


def main():
    if len(sys.argv) != 2 or sys.argv[1] not in ADAPTERS:
        sys.exit(f"usage: python3 -m optbench_bridge {'|'.join(ADAPTERS)}")
    protocol.serve(importlib.import_module("optbench_bridge." + sys.argv[1]).create)


if __name__ == "__main__":
    main()
