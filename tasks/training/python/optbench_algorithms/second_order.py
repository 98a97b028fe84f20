"""Algorithms with Kronecker-factored second moments: Shampoo and SOAP."""

import torch

from .base import Algorithm, adamw_, as_matrix


def inverse_root(matrix, root, eps=1e-12):
    """``matrix^(-1/root)`` of a symmetric positive semidefinite matrix; eigenvalues are raised by ``eps`` of the largest."""
    values, vectors = torch.linalg.eigh(matrix.double())
    values = values.clamp_min(0) + eps * values.max().clamp_min(1e-30)
    return ((vectors * values.pow(-1.0 / root)) @ vectors.t()).to(matrix.dtype)


class _Kronecker(Algorithm):
    def __init__(self, groups, lr, beta1, beta2, eps, frequency, max_dimension, weight_decay):
        super().__init__(groups, {"lr": lr, "beta1": beta1, "beta2": beta2, "eps": eps, "frequency": frequency,
                                  "max_dimension": max_dimension, "weight_decay": weight_decay})

    def update_other(self, parameter, gradient, state, group, index):
        adamw_(parameter, gradient, state, group["lr"], group["beta1"], group["beta2"], group["eps"],
               group["weight_decay"])

    @staticmethod
    def sides(matrix, group):
        """Names and sizes of the sides that get a factor: those of at most ``max_dimension``."""
        return [(name, matrix.shape[axis]) for axis, name in enumerate(("left", "right"))
                if matrix.shape[axis] <= group["max_dimension"]]

    @staticmethod
    def gram(matrix, side):
        return matrix @ matrix.t() if side == "left" else matrix.t() @ matrix


class Shampoo(_Kronecker):
    """Gupta et al. (2018, algorithm 1) with averaged factors, grafted to the norm of Adam's step (Anil et al. 2020).

    ``L <- beta2 L + (1 - beta2) G G^T``, ``R`` likewise, direction ``L^(-1/4) M R^(-1/4)`` of the averaged gradient ``M``,
    inverse roots every ``frequency`` steps. A side larger than ``max_dimension`` gets no factor, and the other one the
    root -1/2.
    """

    def __init__(self, groups, lr=1e-3, beta1=0.9, beta2=0.99, eps=1e-8, frequency=10, max_dimension=1024,
                 weight_decay=0.0):
        super().__init__(groups, lr, beta1, beta2, eps, frequency, max_dimension, weight_decay)

    def update_matrix(self, parameter, gradient, state, group, index):
        matrix, step = as_matrix(gradient), state["step"]
        sides = self.sides(matrix, group)
        if "exp_avg" not in state:
            state["exp_avg"], state["exp_avg_sq"] = torch.zeros_like(matrix), torch.zeros_like(matrix)
            for side, size in sides:
                state[side] = matrix.new_zeros(size, size)
        mean = state["exp_avg"].lerp_(matrix, 1 - group["beta1"])
        square = state["exp_avg_sq"].mul_(group["beta2"]).addcmul_(matrix, matrix, value=1 - group["beta2"])
        mean_hat = mean / (1 - group["beta1"] ** step)
        graft = mean_hat / ((square / (1 - group["beta2"] ** step)).sqrt() + group["eps"])
        direction = mean_hat
        for side, _ in sides:
            state[side].lerp_(self.gram(matrix, side), 1 - group["beta2"])
            if (step - 1) % group["frequency"] == 0:
                corrected = state[side] / (1 - group["beta2"] ** step)
                state[side + "_root"] = inverse_root(corrected, 2 * len(sides))
            root = state[side + "_root"]
            direction = root @ direction if side == "left" else direction @ root
        direction = direction * (graft.norm() / direction.norm().clamp_min(1e-30)) if sides else graft
        if group["weight_decay"]:
            parameter.mul_(1 - group["lr"] * group["weight_decay"])
        parameter.sub_(group["lr"] * direction.reshape(parameter.shape))


class SOAP(_Kronecker):
    """Adam in the eigenbasis of Shampoo's factors (Vyas et al. 2024, algorithm 3).

    The basis comes from an eigendecomposition at the first step and every ``frequency`` steps from one power iteration
    and a QR decomposition (algorithm 4). The first moment is kept unrotated, the second in the basis. As in the paper the
    first step only fills the factors; a side larger than ``max_dimension`` is not rotated.
    """

    def __init__(self, groups, lr=3e-3, beta1=0.95, beta2=0.95, eps=1e-8, frequency=10, max_dimension=1024,
                 weight_decay=0.01):
        super().__init__(groups, lr, beta1, beta2, eps, frequency, max_dimension, weight_decay)

    @staticmethod
    def rotate(matrix, state, back=False):
        for side, axis in (("left", 0), ("right", 1)):
            basis = state.get(side + "_basis")
            if basis is not None:
                turn = basis if back else basis.t()
                matrix = turn @ matrix if axis == 0 else matrix @ turn.t()
        return matrix

    def update_matrix(self, parameter, gradient, state, group, index):
        matrix = as_matrix(gradient)
        sides = self.sides(matrix, group)
        if "exp_avg" not in state:
            state["exp_avg"], state["exp_avg_sq"] = torch.zeros_like(matrix), torch.zeros_like(matrix)
            for side, _ in sides:
                state[side] = (1 - group["beta2"]) * self.gram(matrix, side)
                _, vectors = torch.linalg.eigh(state[side].double())
                state[side + "_basis"] = vectors.flip(1).to(matrix.dtype).contiguous()
            return
        step = state["step"] - 1
        rotated = self.rotate(matrix, state)
        mean = state["exp_avg"].lerp_(matrix, 1 - group["beta1"])
        square = state["exp_avg_sq"].mul_(group["beta2"]).addcmul_(rotated, rotated, value=1 - group["beta2"])
        mean_hat = self.rotate(mean, state) / (1 - group["beta1"] ** step)
        direction = mean_hat / ((square / (1 - group["beta2"] ** step)).sqrt() + group["eps"])
        update = self.rotate(direction, state, back=True)
        if group["weight_decay"]:
            parameter.mul_(1 - group["lr"] * group["weight_decay"])
        parameter.sub_(group["lr"] * update.reshape(parameter.shape))
        for side, _ in sides:
            state[side].lerp_(self.gram(matrix, side), 1 - group["beta2"])
        if step % group["frequency"] == 0:
            for side, _ in sides:
                self.refresh_basis(state, side)

    @staticmethod
    def refresh_basis(state, side):
        """One step of orthogonal iteration; columns are ordered by their estimated eigenvalue, the second moment with."""
        factor, basis = state[side], state[side + "_basis"]
        order = ((factor @ basis) * basis).sum(dim=0).argsort(descending=True)
        basis = basis[:, order]
        state["exp_avg_sq"] = state["exp_avg_sq"].index_select(0 if side == "left" else 1, order)
        state[side + "_basis"] = torch.linalg.qr(factor @ basis)[0].contiguous()
