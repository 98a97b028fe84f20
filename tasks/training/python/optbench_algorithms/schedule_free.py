"""Schedule-Free AdamW."""

import contextlib

import torch

from .base import Algorithm


class ScheduleFreeAdamW(Algorithm):
    """Defazio et al. (2024, "The road less scheduled", algorithm 1).

    ``y = (1 - beta1) z + beta1 x`` holds the gradient, ``z <- z - lr (g / (sqrt(v^) + eps) + lambda y)``,
    ``x <- (1 - c) x + c z`` with ``c_t = lr_t^2 / sum_s lr_s^2``. The model's parameters are ``y`` in training and ``x``
    inside :meth:`evaluation`; ``x`` is not stored but solved from ``y`` and ``z``, so the state is ``z`` and ``v``. Where
    warm-up sets the learning rate to 0 the average does not move.
    """

    def __init__(self, groups, lr=2.5e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
        if not 0 < beta1 < 1:
            raise ValueError(f"beta1 {beta1} must be in (0, 1): the average is solved from it")
        super().__init__(groups, {"lr": lr, "beta1": beta1, "beta2": beta2, "eps": eps, "weight_decay": weight_decay})

    def update_other(self, parameter, gradient, state, group, index):
        if "z" not in state:
            state["z"] = parameter.detach().clone()
            state["exp_avg_sq"] = torch.zeros_like(parameter)
            state["weight_sum"] = 0.0
        lr, beta1, beta2, step = group["lr"], group["beta1"], group["beta2"], state["step"]
        square = state["exp_avg_sq"].mul_(beta2).addcmul_(gradient, gradient, value=1 - beta2)
        direction = gradient / ((square / (1 - beta2 ** step)).sqrt() + group["eps"])
        if group["weight_decay"]:
            direction = direction.add(parameter, alpha=group["weight_decay"])
        average = averaged(parameter, state["z"], beta1)
        state["z"].sub_(lr * direction)
        state["weight_sum"] += lr ** 2
        weight = lr ** 2 / state["weight_sum"] if state["weight_sum"] else 0.0
        average.lerp_(state["z"], weight)
        parameter.copy_(average.lerp_(state["z"], 1 - beta1))

    @contextlib.contextmanager
    def evaluation(self):
        kept = []
        with torch.no_grad():
            for group in self.param_groups:
                for parameter in group["params"]:
                    if "z" in self.state[parameter]:
                        kept.append((parameter, parameter.detach().clone()))
                        parameter.copy_(averaged(parameter, self.state[parameter]["z"], group["beta1"]))
        try:
            yield
        finally:
            with torch.no_grad():
                for parameter, value in kept:
                    parameter.copy_(value)


def averaged(y, z, beta1):
    """``x`` of ``y = (1 - beta1) z + beta1 x``."""
    return (y - (1 - beta1) * z) / beta1
