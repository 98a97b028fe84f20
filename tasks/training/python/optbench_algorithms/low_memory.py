"""Algorithms with little or no optimizer state: SWAN, APOLLO, APOLLO-Mini, FRUGAL."""

import torch

from .base import Algorithm, adamw_, as_matrix


def derived_generator(*numbers):
    """A CPU generator that depends on the numbers alone: projections are drawn again instead of stored."""
    seed = 0x9E3779B97F4A7C15
    for number in numbers:
        seed = ((seed ^ (int(number) + 0x7F4A7C15)) * 0xBF58476D1CE4E5B9) & ((1 << 64) - 1)
        seed ^= seed >> 31
    return torch.Generator().manual_seed(seed & ((1 << 62) - 1))


def _adam_direction(gradient, state, beta1, beta2, eps, step):
    """Bias-corrected ``m / (sqrt(v) + eps)`` with its moments in ``state``."""
    if "exp_avg" not in state:
        state["exp_avg"] = torch.zeros_like(gradient)
        state["exp_avg_sq"] = torch.zeros_like(gradient)
    mean = state["exp_avg"].lerp_(gradient, 1 - beta1)
    square = state["exp_avg_sq"].mul_(beta2).addcmul_(gradient, gradient, value=1 - beta2)
    return (mean / (1 - beta1 ** step)) / ((square / (1 - beta2 ** step)).sqrt() + eps)


def _decay(parameter, group):
    if group["weight_decay"]:
        parameter.mul_(1 - group["lr"] * group["weight_decay"])


def inverse_square_root_apply(matrix, steps=10, beta=0.8):
    """``(G G^T)^(-1/2) G`` by the coupled Newton-Schulz iteration of SWAN (Ma et al. 2024, algorithm 2), step ``beta``.

    ``Y <- Y + beta / 2 (Y - Y Z Y)``, ``Z <- Z + beta / 2 (Z - Z Y Z)`` on ``Y_0 = G G^T / norm``, ``Z_0 = I``: ``Z`` goes to
    ``Y_0^(-1/2)``.
    """
    tall = matrix.shape[0] > matrix.shape[1]
    x = matrix.t() if tall else matrix
    gram = x @ x.t()
    norm = gram.norm().clamp_min(1e-30)
    y = gram / norm
    identity = torch.eye(len(y), dtype=y.dtype, device=y.device)
    z = identity.clone()
    for _ in range(steps):
        correction = (1 + beta / 2) * identity - beta / 2 * (z @ y)
        y, z = y @ correction, correction @ z
    whitened = (z @ x) / norm.sqrt()
    return whitened.t() if tall else whitened


class SWAN(Algorithm):
    """SGD with normalisation and whitening (Ma et al. 2024, algorithm 1): no state for matrices.

    Rows of the gradient are centred and divided by their standard deviation, the result is whitened, and the update takes
    the norm of the normalised gradient. Vectors, embeddings and the output layer use AdamW.
    """

    def __init__(self, groups, lr=1e-3, whitening_steps=10, weight_decay=0.0, other_lr_factor=1.0):
        super().__init__(groups, {"lr": lr, "whitening_steps": whitening_steps, "weight_decay": weight_decay,
                                  "other_lr_factor": other_lr_factor})

    def update_matrix(self, parameter, gradient, state, group, index):
        matrix = as_matrix(gradient)
        centred = matrix - matrix.mean(dim=1, keepdim=True)
        normalised = centred / (centred.square().mean(dim=1, keepdim=True).sqrt() + 1e-8)
        update = inverse_square_root_apply(normalised, group["whitening_steps"])
        update = update * (normalised.norm() / update.norm().clamp_min(1e-30))
        _decay(parameter, group)
        parameter.sub_(group["lr"] * update.reshape(parameter.shape))


class Apollo(Algorithm):
    """APOLLO (Zhu et al. 2024, algorithm 1): AdamW's step size from a random projection of rank ``rank``.

    With ``R = P G`` (``P`` normal with variance 1/rank along the shorter side, drawn again every ``refresh`` steps) and
    Adam's direction ``R'`` of it, channel ``j`` of the gradient is scaled by ``norm(R'_j) / norm(R_j)``. The growth of the
    update's norm is limited to ``growth`` a step.
    """

    seeded = True
    per_channel = True

    def __init__(self, groups, lr=1e-3, rank=8, scale=1.0, refresh=200, growth=1.01, beta1=0.9, beta2=0.999, eps=1e-8,
                 weight_decay=0.0, seed=0):
        super().__init__(groups, {"lr": lr, "rank": rank, "scale": scale, "refresh": refresh, "growth": growth,
                                  "beta1": beta1, "beta2": beta2, "eps": eps, "weight_decay": weight_decay,
                                  "seed": seed})

    @staticmethod
    def projection(group, index, step, rows, like):
        rank = min(group["rank"], rows)
        generator = derived_generator(group["seed"], index, (step - 1) // group["refresh"])
        return (torch.randn(rank, rows, generator=generator) / rank ** 0.5).to(like)

    def update_matrix(self, parameter, gradient, state, group, index):
        matrix = as_matrix(gradient)
        tall = matrix.shape[0] > matrix.shape[1]
        oriented = matrix.t() if tall else matrix
        projected = self.projection(group, index, state["step"], oriented.shape[0], oriented) @ oriented
        direction = _adam_direction(projected, state, group["beta1"], group["beta2"], group["eps"], state["step"])
        if self.per_channel:
            factor = direction.norm(dim=0) / projected.norm(dim=0).clamp_min(1e-30)
        else:
            factor = direction.norm() / projected.norm().clamp_min(1e-30)
        update = oriented * factor * group["scale"]
        norm = update.norm().item()
        before = state.get("update_norm")
        if before and norm > group["growth"] * before:
            update = update * (group["growth"] * before / norm)
            norm = group["growth"] * before
        state["update_norm"] = norm
        update = update.t() if tall else update
        _decay(parameter, group)
        parameter.sub_(group["lr"] * update.reshape(parameter.shape))

    def update_other(self, parameter, gradient, state, group, index):
        adamw_(parameter, gradient, state, group["lr"], group["beta1"], group["beta2"], group["eps"],
               group["weight_decay"])


class ApolloMini(Apollo):
    """Rank 1 and one factor for the whole tensor (Zhu et al. 2024, section 4); the default scale is sqrt(128)."""

    per_channel = False

    def __init__(self, groups, lr=1e-3, scale=128 ** 0.5, refresh=200, growth=1.01, beta1=0.9, beta2=0.999, eps=1e-8,
                 weight_decay=0.0, seed=0):
        super().__init__(groups, lr, 1, scale, refresh, growth, beta1, beta2, eps, weight_decay, seed)


class Frugal(Algorithm):
    """FRUGAL (Zmushko et al. 2024, algorithm 1): AdamW on some columns, signSGD on the others.

    Every ``refresh`` steps a fraction ``density`` of the columns is drawn and its moments start from 0. The state-free
    columns take ``free_lr_factor * lr * sign(g)``.
    """

    seeded = True

    def __init__(self, groups, lr=1e-3, density=0.25, free_lr_factor=1.0, refresh=200, beta1=0.9, beta2=0.999, eps=1e-8,
                 weight_decay=0.0, seed=0):
        super().__init__(groups, {"lr": lr, "density": density, "free_lr_factor": free_lr_factor, "refresh": refresh,
                                  "beta1": beta1, "beta2": beta2, "eps": eps, "weight_decay": weight_decay,
                                  "seed": seed})

    @staticmethod
    def columns(group, index, step, count, device):
        generator = derived_generator(group["seed"], index, (step - 1) // group["refresh"])
        chosen = torch.randperm(count, generator=generator)[:int(round(group["density"] * count))]
        return chosen.sort().values.to(device)

    def update_matrix(self, parameter, gradient, state, group, index):
        matrix, step = as_matrix(gradient), state["step"]
        columns = self.columns(group, index, step, matrix.shape[1], matrix.device)
        since = (step - 1) % group["refresh"]
        if since == 0:
            state.pop("exp_avg", None)
            state.pop("exp_avg_sq", None)
        update = matrix.sign() * group["free_lr_factor"]
        if len(columns):
            update[:, columns] = _adam_direction(matrix[:, columns], state, group["beta1"], group["beta2"],
                                                 group["eps"], since + 1)
        _decay(parameter, group)
        parameter.sub_(group["lr"] * update.reshape(parameter.shape))

    def update_other(self, parameter, gradient, state, group, index):
        adamw_(parameter, gradient, state, group["lr"], group["beta1"], group["beta2"], group["eps"],
               group["weight_decay"])
