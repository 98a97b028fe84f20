"""Element-wise algorithms: SGD with momentum, AdamW, NadamW, Lion and Lion-K."""

import torch

from .base import Algorithm, adamw_, as_matrix
from .orthogonal import newton_schulz


class SGD(Algorithm):
    """Heavy ball (Polyak 1964) and Nesterov (1983) in the form of Sutskever et al. (2013).

    ``v <- mu v + g + lambda w``, ``w <- w - lr v``, or ``w <- w - lr (g + lambda w + mu v)`` with ``nesterov``.
    Weight decay is the L2 term of the loss. ``momentum = 0`` is plain SGD and keeps no state.
    """

    def __init__(self, groups, lr=0.1, momentum=0.9, nesterov=False, weight_decay=0.0):
        super().__init__(groups, {"lr": lr, "momentum": momentum, "nesterov": nesterov, "weight_decay": weight_decay})

    def update_other(self, parameter, gradient, state, group, index):
        if group["weight_decay"]:
            gradient = gradient.add(parameter, alpha=group["weight_decay"])
        direction = gradient
        if group["momentum"]:
            if "velocity" not in state:
                state["velocity"] = torch.zeros_like(parameter)
            velocity = state["velocity"].mul_(group["momentum"]).add_(gradient)
            direction = gradient.add(velocity, alpha=group["momentum"]) if group["nesterov"] else velocity
        parameter.add_(direction, alpha=-group["lr"])


class AdamW(Algorithm):
    """Loshchilov and Hutter (2019), algorithm 2."""

    def __init__(self, groups, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
        super().__init__(groups, {"lr": lr, "beta1": beta1, "beta2": beta2, "eps": eps, "weight_decay": weight_decay})

    def update_other(self, parameter, gradient, state, group, index):
        adamw_(parameter, gradient, state, group["lr"], group["beta1"], group["beta2"], group["eps"],
               group["weight_decay"])


class NadamW(AdamW):
    """Nesterov momentum in Adam (Dozat 2016, section 3.2, constant momentum) with decoupled weight decay.

    ``w <- (1 - lr lambda) w - lr (beta1 m_t / (1 - beta1^(t+1)) + (1 - beta1) g_t / (1 - beta1^t)) / (sqrt(v^) + eps)``
    """

    def update_other(self, parameter, gradient, state, group, index):
        if "exp_avg" not in state:
            state["exp_avg"] = torch.zeros_like(parameter)
            state["exp_avg_sq"] = torch.zeros_like(parameter)
        lr, beta1, beta2, step = group["lr"], group["beta1"], group["beta2"], state["step"]
        mean = state["exp_avg"].lerp_(gradient, 1 - beta1)
        square = state["exp_avg_sq"].mul_(beta2).addcmul_(gradient, gradient, value=1 - beta2)
        denominator = square.sqrt().div_((1 - beta2 ** step) ** 0.5).add_(group["eps"])
        if group["weight_decay"]:
            parameter.mul_(1 - lr * group["weight_decay"])
        parameter.addcdiv_(mean, denominator, value=-lr * beta1 / (1 - beta1 ** (step + 1)))
        parameter.addcdiv_(gradient, denominator, value=-lr * (1 - beta1) / (1 - beta1 ** step))


class LionK(Algorithm):
    """Lion-K (Chen et al. 2024, "Lion secretly solves constrained optimization", equation 3), discrete time.

    ``c = beta1 m + (1 - beta1) g``, ``w <- w - lr (grad K(c) + lambda w)``, ``m <- beta2 m + (1 - beta2) g``.

    ========== =================== ======================= ===========================
    ``kernel`` K                   its (sub)gradient       bound enforced, with r = 1/lambda
    ========== =================== ======================= ===========================
    l1         sum of moduli       sign                    max |w| <= r (this is Lion)
    l2         Euclidean norm      c / norm(c)             norm(w) <= r
    rows       sum of row norms    row / norm of the row   norm of every row <= r
    nuclear    sum of singular     polar factor            spectral norm <= r
    ========== =================== ======================= ===========================

    The polar factor is the cubic Newton-Schulz limit, whose singular values do not exceed 1. Vectors and embeddings use
    l1 under the kernels ``rows`` and ``nuclear``.
    """

    KERNELS = ("l1", "l2", "rows", "nuclear")

    def __init__(self, groups, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.1, kernel="l1"):
        if kernel not in self.KERNELS:
            raise ValueError(f"kernel {kernel!r} is none of {', '.join(self.KERNELS)}")
        super().__init__(groups, {"lr": lr, "beta1": beta1, "beta2": beta2, "weight_decay": weight_decay,
                                  "kernel": kernel})

    def update_matrix(self, parameter, gradient, state, group, index):
        self._update(parameter, gradient, state, group, group["kernel"])

    def update_other(self, parameter, gradient, state, group, index):
        self._update(parameter, gradient, state, group, "l2" if group["kernel"] == "l2" else "l1")

    @staticmethod
    def _update(parameter, gradient, state, group, kernel):
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(parameter)
        momentum = state["momentum"]
        direction = kernel_gradient(momentum.lerp(gradient, 1 - group["beta1"]), kernel)
        if group["weight_decay"]:
            parameter.mul_(1 - group["lr"] * group["weight_decay"])
        parameter.add_(direction, alpha=-group["lr"])
        momentum.lerp_(gradient, 1 - group["beta2"])


def kernel_gradient(tensor, kernel):
    """A subgradient of the norm ``kernel``; 0 where the norm is not differentiable."""
    if kernel == "l1":
        return tensor.sign()
    tiny = torch.finfo(tensor.dtype).tiny
    if kernel == "l2":
        return tensor / tensor.norm().clamp_min(tiny)
    matrix = as_matrix(tensor)
    if kernel == "rows":
        result = matrix / matrix.norm(dim=1, keepdim=True).clamp_min(tiny)
    else:
        result = newton_schulz(matrix, steps=12, coefficients=(1.5, -0.5, 0.0))
    return result.reshape(tensor.shape)


class Lion(LionK):
    """Chen et al. (2023), "Symbolic discovery of optimization algorithms", algorithm 2."""

    def __init__(self, groups, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.1):
        super().__init__(groups, lr, beta1, beta2, weight_decay, "l1")
