"""State of an optimizer: size in bytes, export and import.

``torch.optim.Optimizer.load_state_dict`` casts every state tensor to the type of its parameter, which destroys integer
codes (8-bit states), so checkpoints go through :func:`export_state` and :func:`import_state`, which keep types and bits.
"""

import torch


def _tensors(value):
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _tensors(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _tensors(item)


def state_bytes(optimizer):
    """Bytes of all tensors the optimizer keeps between steps; scalars kept as Python numbers are not counted."""
    return sum(t.numel() * t.element_size() for t in _tensors(dict(optimizer.state)))


def parameters_of(optimizer):
    """The parameters in group order: the order in which states are exported."""
    return [p for group in optimizer.param_groups for p in group["params"]]


def _copy(value, device=None):
    if isinstance(value, torch.Tensor):
        copy = value.detach().clone()
        return copy if device is None else copy.to(device)
    if isinstance(value, dict):
        return {key: _copy(item, device) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_copy(item, device) for item in value]
    return value


def export_state(optimizer):
    """Tensors, numbers and strings only, so that ``torch.load(weights_only=True)`` reads it back."""
    groups = [{k: v for k, v in group.items() if k != "params"} for group in optimizer.param_groups]
    states = [_copy(optimizer.state.get(p, {}), "cpu") for p in parameters_of(optimizer)]
    return {"groups": groups, "states": states}


def import_state(optimizer, exported):
    """Restores what :func:`export_state` wrote, tensors on the device of their parameter, bit for bit."""
    parameters = parameters_of(optimizer)
    if len(parameters) != len(exported["states"]) or len(optimizer.param_groups) != len(exported["groups"]):
        raise ValueError(
            f"the checkpoint holds {len(exported['states'])} parameters in {len(exported['groups'])} groups, the "
            f"optimizer {len(parameters)} in {len(optimizer.param_groups)}. Maybe it belongs to another model")
    for group, saved in zip(optimizer.param_groups, exported["groups"]):
        group.update(saved)
    optimizer.state.clear()
    for parameter, saved in zip(parameters, exported["states"]):
        if saved:
            optimizer.state[parameter] = _copy(saved, parameter.device)
