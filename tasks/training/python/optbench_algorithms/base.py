"""What every training algorithm here has in common."""

import contextlib

import torch


class Algorithm(torch.optim.Optimizer):
    """An optimizer over parameter groups of two kinds.

    ``kind="matrix"`` groups hold hidden weight matrices (convolution kernels flattened to ``[out, in * k * k]``) and are
    updated by the algorithm's own rule, ``kind="other"`` groups (vectors, embeddings, the output layer) by AdamW, as the
    papers of the matrix methods do. Element-wise algorithms treat both kinds alike.

    ``forward_only`` algorithms need no gradient: ``step`` takes a closure that returns the loss without calling backward.
    """

    forward_only = False

    def __init__(self, groups, defaults):
        super().__init__(groups, defaults)
        self.gradient_calls = 0
        self.forward_passes = 0
        self.updates = 0

    def forward_passes_per_step(self):
        """Forward passes one step costs: 1 with backpropagation."""
        return 1

    @torch.no_grad()
    def step(self, closure=None):
        if closure is not None:
            raise ValueError("this algorithm takes gradients, not a closure. Maybe call backward() first, then step()")
        for group in self.param_groups:
            for index, parameter in enumerate(group["params"]):
                if parameter.grad is None:
                    continue
                state = self.state[parameter]
                state["step"] = state.get("step", 0) + 1
                if group.get("kind", "matrix") == "matrix" and parameter.ndim >= 2:
                    self.update_matrix(parameter, parameter.grad, state, group, index)
                else:
                    self.update_other(parameter, parameter.grad, state, group, index)
        self.gradient_calls += 1
        self.forward_passes += 1
        self.updates += 1

    def update_matrix(self, parameter, gradient, state, group, index):
        self.update_other(parameter, gradient, state, group, index)

    def update_other(self, parameter, gradient, state, group, index):
        """AdamW with the group's ``other_lr`` where it has one: the fallback of the matrix methods."""
        adamw_(parameter, gradient, state, group.get("other_lr_factor", 1.0) * group["lr"],
               group.get("other_beta1", 0.9), group.get("other_beta2", 0.999), group.get("other_eps", 1e-8),
               group["weight_decay"])

    @contextlib.contextmanager
    def evaluation(self):
        """Inside, the parameters are the ones to evaluate; on leaving, the training ones are back, bit for bit."""
        yield


def adamw_(parameter, gradient, state, lr, beta1, beta2, eps, weight_decay):
    """Loshchilov and Hutter (2019), algorithm 2; ``state["step"]`` is already counted."""
    if "exp_avg" not in state:
        state["exp_avg"] = torch.zeros_like(parameter)
        state["exp_avg_sq"] = torch.zeros_like(parameter)
    mean, square, step = state["exp_avg"], state["exp_avg_sq"], state["step"]
    mean.lerp_(gradient, 1 - beta1)
    square.mul_(beta2).addcmul_(gradient, gradient, value=1 - beta2)
    denominator = square.sqrt().div_((1 - beta2 ** step) ** 0.5).add_(eps)
    if weight_decay:
        parameter.mul_(1 - lr * weight_decay)
    parameter.addcdiv_(mean, denominator, value=-lr / (1 - beta1 ** step))


def as_matrix(tensor):
    """A view ``[out, rest]`` of a weight of two or more dimensions."""
    return tensor.reshape(tensor.shape[0], -1)


def split_parameters(model):
    """The two groups of a model: hidden matrices, and the rest (vectors, embeddings, the module named ``head``).

    A parameter may opt out of the matrix rule by the attribute ``optbench_other = True``.
    """
    embeddings = set()
    for module in model.modules():
        if isinstance(module, (torch.nn.Embedding, torch.nn.EmbeddingBag)):
            embeddings.update(id(p) for p in module.parameters())
    matrix, other = [], []
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        in_head = "head" in name.split(".")[:-1]
        hidden = parameter.ndim >= 2 and not in_head and id(parameter) not in embeddings
        (matrix if hidden and not getattr(parameter, "optbench_other", False) else other).append(parameter)
    groups = [{"params": matrix, "kind": "matrix"}, {"params": other, "kind": "other"}]
    return [group for group in groups if group["params"]]
