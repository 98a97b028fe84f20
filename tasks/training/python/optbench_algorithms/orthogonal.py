"""Orthogonalised momentum: Muon, NorMuon, Turbo-Muon, and the Newton-Schulz iterations below them."""

import torch

from .base import Algorithm, as_matrix

QUINTIC = (3.4445, -4.7750, 2.0315)
"""Jordan et al. (2024): the singular values end in about [0.7, 1.2] after five steps."""


def _iterate(x, coefficients, gram):
    a, b, c = coefficients
    polynomial = b * gram
    if c:
        polynomial = torch.addmm(polynomial, gram, gram, alpha=c)
    return torch.addmm(x, polynomial, x, beta=a)


def newton_schulz(matrix, steps=5, coefficients=QUINTIC):
    """Approximate polar factor ``U V^T`` of ``matrix`` ``[m, n]``; a zero matrix stays zero.

    ``X <- a X + b (X X^T) X + c (X X^T)^2 X`` after dividing by the Frobenius norm. The cubic (1.5, -0.5, 0) converges
    from below, the quintic is faster and stops near 1.
    """
    tall = matrix.shape[0] > matrix.shape[1]
    x = matrix.t() if tall else matrix
    x = x / x.norm().clamp_min(1e-30)
    for _ in range(steps):
        x = _iterate(x, coefficients, x @ x.t())
    return x.t() if tall else x


def turbo_newton_schulz(matrix, steps=4, coefficients=QUINTIC):
    """Newton-Schulz after almost-orthogonal preconditioning (Boissin et al. 2025; the bound is Prach and Lampert 2022).

    With ``A = X X^T`` the rows are scaled by ``s_i = (sum_j |A_ij|)^(-1/2)``, so that the spectral norm is at most 1 and
    the singular values start closer to 1 than after dividing by the Frobenius norm: one step fewer is needed. The scaled
    Gram matrix ``s A s`` is that of the first step, so the scaling costs no product of its own.
    """
    tall = matrix.shape[0] > matrix.shape[1]
    x = matrix.t() if tall else matrix
    x = x / x.norm().clamp_min(1e-30)
    gram = x @ x.t()
    scale = gram.abs().sum(dim=1).clamp_min(1e-30).rsqrt()
    x = x * scale[:, None]
    gram = gram * scale[:, None] * scale[None, :]
    for step in range(steps):
        x = _iterate(x, coefficients, gram if step == 0 else x @ x.t())
    return x.t() if tall else x


def orthogonality_error(matrix):
    """Root mean square deviation of the singular values from 1."""
    return (torch.linalg.svdvals(matrix) - 1).square().mean().sqrt().item()


class Muon(Algorithm):
    """Jordan et al. (2024): ``B <- mu B + G``, ``O = NS5(G + mu B)`` (Nesterov), ``W <- (1 - lr lambda) W - lr s O``.

    ``s = sqrt(max(1, m / n))`` for a weight ``[m, n]``. Vectors, embeddings and the output layer use AdamW with learning
    rate ``other_lr_factor * lr``.
    """

    orthogonalize = staticmethod(newton_schulz)

    def __init__(self, groups, lr=0.02, momentum=0.95, nesterov=True, ns_steps=5, weight_decay=0.0,
                 other_lr_factor=0.05, other_beta1=0.9, other_beta2=0.95, other_eps=1e-8):
        super().__init__(groups, {
            "lr": lr, "momentum": momentum, "nesterov": nesterov, "ns_steps": ns_steps, "weight_decay": weight_decay,
            "other_lr_factor": other_lr_factor, "other_beta1": other_beta1, "other_beta2": other_beta2,
            "other_eps": other_eps})

    def update_matrix(self, parameter, gradient, state, group, index):
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(parameter)
        momentum = state["momentum"].mul_(group["momentum"]).add_(gradient)
        direction = gradient.add(momentum, alpha=group["momentum"]) if group["nesterov"] else momentum
        update = self.orthogonalize(as_matrix(direction), group["ns_steps"])
        scale = max(1.0, update.shape[0] / update.shape[1]) ** 0.5
        if group["weight_decay"]:
            parameter.mul_(1 - group["lr"] * group["weight_decay"])
        parameter.add_(update.reshape(parameter.shape), alpha=-group["lr"] * scale)


class TurboMuon(Muon):
    """Muon with the preconditioned iteration and one step fewer (Boissin et al. 2025)."""

    orthogonalize = staticmethod(turbo_newton_schulz)

    def __init__(self, groups, lr=0.02, momentum=0.95, nesterov=True, ns_steps=4, weight_decay=0.0,
                 other_lr_factor=0.05, other_beta1=0.9, other_beta2=0.95, other_eps=1e-8):
        super().__init__(groups, lr, momentum, nesterov, ns_steps, weight_decay, other_lr_factor, other_beta1,
                         other_beta2, other_eps)


class NorMuon(Muon):
    """Neuron-wise normalised Muon (Li et al. 2025, algorithm 1).

    ``M <- beta1 M + (1 - beta1) G``, ``O = NS5(M)``, ``v_i <- beta2 v_i + (1 - beta2) mean_j O_ij^2``,
    ``O'_ij = O_ij / (sqrt(v_i) + eps)``, ``W <- (1 - lr lambda) W - 0.2 lr sqrt(m n) / norm(O') O'``.
    """

    def __init__(self, groups, lr=1e-3, momentum=0.95, beta2=0.95, eps=1e-8, ns_steps=5, weight_decay=0.0,
                 other_lr_factor=1.0, other_beta1=0.9, other_beta2=0.95, other_eps=1e-8):
        super().__init__(groups, lr, momentum, False, ns_steps, weight_decay, other_lr_factor, other_beta1, other_beta2,
                         other_eps)
        for group in self.param_groups:
            group.setdefault("beta2", beta2)
            group.setdefault("eps", eps)

    def update_matrix(self, parameter, gradient, state, group, index):
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(parameter)
            state["row_square"] = torch.zeros(parameter.shape[0], dtype=parameter.dtype, device=parameter.device)
        momentum = state["momentum"].lerp_(gradient, 1 - group["momentum"])
        update = self.orthogonalize(as_matrix(momentum), group["ns_steps"])
        rows = state["row_square"].lerp_(update.square().mean(dim=1), 1 - group["beta2"])
        update = update / (rows.sqrt() + group["eps"])[:, None]
        scale = 0.2 * update.numel() ** 0.5 / update.norm().clamp_min(1e-30)
        if group["weight_decay"]:
            parameter.mul_(1 - group["lr"] * group["weight_decay"])
        parameter.sub_((group["lr"] * scale * update).reshape(parameter.shape))
