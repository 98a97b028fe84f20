"""Training without backpropagation: MeZO and the low-rank evolution strategy EGGROLL."""

import torch

from .base import Algorithm
from .low_memory import derived_generator


class _ForwardOnly(Algorithm):
    """Keeps no state but a step count; perturbations are drawn again from (seed, step, member, parameter)."""

    forward_only = True
    seeded = True

    def _parameters(self):
        index = 0
        for group in self.param_groups:
            for parameter in group["params"]:
                yield index, parameter, group
                index += 1

    def _advance(self):
        group = self.param_groups[0]
        group["steps_done"] = group.get("steps_done", 0) + 1
        return group["steps_done"]


class MeZO(_ForwardOnly):
    """Malladi et al. (2023, algorithm 1): simultaneous perturbation with the noise regenerated from its seed.

    ``p = (L(w + eps z) - L(w - eps z)) / (2 eps)``, ``w <- w - lr (p z + lambda w)``: two forward passes a step, memory
    as for inference.
    """

    def __init__(self, groups, lr=1e-3, perturbation=1e-3, weight_decay=0.0, seed=0):
        super().__init__(groups, {"lr": lr, "perturbation": perturbation, "weight_decay": weight_decay, "seed": seed})

    @staticmethod
    def noise(group, step, index, parameter):
        generator = derived_generator(group["seed"], step, index)
        return torch.randn(parameter.shape, generator=generator, dtype=parameter.dtype).to(parameter.device)

    def _shift(self, step, factor):
        for index, parameter, group in self._parameters():
            parameter.add_(self.noise(group, step, index, parameter), alpha=factor * group["perturbation"])

    @torch.no_grad()
    def step(self, closure=None):
        if closure is None:
            raise ValueError("a forward-only algorithm needs a closure that returns the loss. Maybe step(lambda: loss(...))")
        step = self._advance()
        self._shift(step, 1.0)
        above = closure()
        self._shift(step, -2.0)
        below = closure()
        self._shift(step, 1.0)
        difference = (above - below).item()
        for index, parameter, group in self._parameters():
            slope = difference / (2 * group["perturbation"])
            if group["weight_decay"]:
                parameter.mul_(1 - group["lr"] * group["weight_decay"])
            parameter.add_(self.noise(group, step, index, parameter), alpha=-group["lr"] * slope)
        self.forward_passes += 2
        self.updates += 1
        return (above + below) / 2


class Eggroll(_ForwardOnly):
    """Evolution strategy with low-rank perturbations (Sarkar et al. 2025, section 4).

    Member ``i`` evaluates ``W + sigma E_i`` with ``E_i = A_i B_i^T / sqrt(rank)``, entries normal; vectors get full noise.
    Members come in pairs ``+E, -E``. With the losses standardised to ``f_i`` over the population,
    ``W <- W - lr / population * sum_i f_i E_i``. One forward pass a member.
    """

    def __init__(self, groups, lr=0.03, sigma=0.03, rank=1, population=32, weight_decay=0.0, seed=0):
        if population < 2:
            raise ValueError(f"population {population} must be at least 2: members come in pairs")
        super().__init__(groups, {"lr": lr, "sigma": sigma, "rank": rank, "population": population // 2 * 2,
                                  "weight_decay": weight_decay, "seed": seed})

    @staticmethod
    def noise(group, step, pair, index, parameter):
        generator = derived_generator(group["seed"], step, pair, index)
        if parameter.ndim < 2:
            return torch.randn(parameter.shape, generator=generator, dtype=parameter.dtype).to(parameter.device)
        rows, columns = parameter.shape[0], parameter[0].numel()
        rank = min(group["rank"], rows, columns)
        left = torch.randn(rows, rank, generator=generator, dtype=parameter.dtype)
        right = torch.randn(columns, rank, generator=generator, dtype=parameter.dtype)
        return (left @ right.t() / rank ** 0.5).to(parameter.device).reshape(parameter.shape)

    def _shift(self, step, pair, factor):
        for index, parameter, group in self._parameters():
            parameter.add_(self.noise(group, step, pair, index, parameter), alpha=factor * group["sigma"])

    @torch.no_grad()
    def step(self, closure=None):
        if closure is None:
            raise ValueError("a forward-only algorithm needs a closure that returns the loss. Maybe step(lambda: loss(...))")
        step, pairs = self._advance(), self.param_groups[0]["population"] // 2
        kept = [(parameter, parameter.clone()) for _, parameter, _ in self._parameters()]
        losses = []
        for pair in range(pairs):
            for factor in (1.0, -1.0):
                self._shift(step, pair, factor)
                losses.append(closure())
                for parameter, value in kept:
                    parameter.copy_(value)
        losses = torch.stack([torch.as_tensor(loss, dtype=torch.float64) for loss in losses])
        fitness = (losses - losses.mean()) / losses.std(unbiased=False).clamp_min(1e-12)
        weights = (fitness[0::2] - fitness[1::2]).tolist()
        for index, parameter, group in self._parameters():
            if group["weight_decay"]:
                parameter.mul_(1 - group["lr"] * group["weight_decay"])
            for pair, weight in enumerate(weights):
                parameter.add_(self.noise(group, step, pair, index, parameter),
                               alpha=-group["lr"] * weight / group["population"])
        self.forward_passes += group["population"]
        self.updates += 1
        return losses.mean()
