"""Training algorithms in PyTorch, written from their papers; usable alone.

>>> import torch, optbench_algorithms
>>> model = torch.nn.Linear(4, 2)
>>> optimizer = optbench_algorithms.create("lion", model, {"lr": 1e-3})
"""

from .base import Algorithm, split_parameters
from .registry import create, defaults, description, names, parameters
from .state import export_state, import_state, state_bytes

__all__ = ["Algorithm", "create", "defaults", "description", "export_state", "import_state", "names", "parameters",
           "split_parameters", "state_bytes"]
__version__ = "0.1.0"
