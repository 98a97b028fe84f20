"""Checkpoints of tensors, numbers and strings only, written so that a kill never leaves half a file.

The file holds a list of tensors and one JSON text with everything else, in which a tensor is its place in the list: the
restricted reader of torch 1.13 (``weights_only=True``) refuses even a Python float. JSON keeps every double exactly.
"""

import json
import os

import torch

from .errors import InvalidArguments

FILE = "checkpoint.pt"


_TENSOR = "tensor at"


def _pack(value, tensors):
    if isinstance(value, torch.Tensor):
        tensors.append(value)
        return {_TENSOR: len(tensors) - 1}
    if isinstance(value, dict):
        return {key: _pack(item, tensors) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_pack(item, tensors) for item in value]
    return value


def _unpack(value, tensors):
    if isinstance(value, dict):
        if _TENSOR in value:
            return tensors[value[_TENSOR]]
        return {key: _unpack(item, tensors) for key, item in value.items()}
    if isinstance(value, list):
        return [_unpack(item, tensors) for item in value]
    return value


def save(folder, content):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, FILE)
    partial = f"{path}.{os.getpid()}.tmp"
    with open(partial, "wb") as file:
        tensors = []
        text = json.dumps(_pack(content, tensors))
        torch.save({"json": text, "tensors": tensors}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(partial, path)


def load(folder, identity):
    """The checkpoint in ``folder``, or ``None``; one of another run (``identity``) is an error, never mixed in."""
    path = os.path.join(folder, FILE)
    if not os.path.isfile(path):
        return None
    stored = torch.load(path, map_location="cpu", weights_only=True)
    content = _unpack(json.loads(stored["json"]), stored["tensors"])
    if content["identity"] != identity:
        raise InvalidArguments(f"the checkpoint {path} belongs to {content['identity']}, not to {identity}. "
                               "Maybe give every trial a checkpoint folder of its own")
    return content
