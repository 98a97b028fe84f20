"""8-bit block-wise optimizer state around any algorithm (Dettmers et al. 2022)."""

import contextlib

import torch


def dynamic_map(signed):
    """256 values in [-1, 1] or [0, 1]: dynamic tree quantisation (Dettmers 2016; Dettmers et al. 2022, section 2.2).

    A leading run of zeros gives the power of ten, the remaining bits a linear fraction: precise near 0 and near 1.
    """
    fraction_bits = 6 if signed else 7
    values = []
    for exponent in range(7):
        count = 2 ** max(0, exponent + fraction_bits - 6)
        edges = torch.linspace(0.1, 1.0, count + 1, dtype=torch.float64)
        values += ((edges[:-1] + edges[1:]) / 2 * 10.0 ** (exponent - 6)).tolist()
    values += [0.0, 1.0]
    if signed:
        values += [-v for v in values[:-2]]
    values = sorted(values)
    return torch.tensor(values, dtype=torch.float32)


class Quantized:
    """Codes of a tensor, one byte an element, and one scale a block."""

    def __init__(self, tensor, block):
        flat = tensor.reshape(-1)
        blocks = -(-flat.numel() // block)
        padded = torch.nn.functional.pad(flat, (0, blocks * block - flat.numel())).view(blocks, block)
        self.signed = bool((flat < 0).any())
        self.shape, self.block = tensor.shape, block
        levels = dynamic_map(self.signed).to(tensor.device)
        self.scale = padded.abs().amax(dim=1)
        ratio = padded / self.scale.clamp_min(torch.finfo(torch.float32).tiny)[:, None]
        self.codes = torch.bucketize(ratio, (levels[1:] + levels[:-1]) / 2).to(torch.uint8).view(-1)[:flat.numel()]


def quantize(tensor, block):
    """A dictionary of tensors and numbers, ready for a checkpoint."""
    q = Quantized(tensor, block)
    return {"codes": q.codes, "scale": q.scale, "signed": int(q.signed), "shape": list(q.shape), "block": block}


def dequantize(stored):
    levels = dynamic_map(bool(stored["signed"])).to(stored["codes"].device)
    values = levels[stored["codes"].long()]
    scale = stored["scale"].repeat_interleave(stored["block"])[:values.numel()]
    return (values * scale).view(stored["shape"])


class BlockwiseState:
    """Keeps the float state tensors of ``inner`` of at least ``smallest`` elements as 8-bit codes between steps.

    The tensors of one parameter exist in full only while that parameter is updated; embeddings stay in full precision, as
    the paper advises, unless ``quantize_other`` is set.
    """

    def __init__(self, inner, block=256, smallest=4096, quantize_other=False):
        self.inner, self.block, self.smallest, self.quantize_other = inner, block, smallest, quantize_other
        self.forward_only = inner.forward_only
        update_matrix, update_other = inner.update_matrix, inner.update_other
        inner.update_matrix = self._wrapped(update_matrix)
        if quantize_other:
            inner.update_other = self._wrapped(update_other)

    def _wrapped(self, update):
        def apply(parameter, gradient, state, group, index):
            for key, value in list(state.items()):
                if isinstance(value, dict) and "codes" in value:
                    state[key] = dequantize(value)
            update(parameter, gradient, state, group, index)
            for key, value in list(state.items()):
                if isinstance(value, torch.Tensor) and value.is_floating_point() and value.numel() >= self.smallest:
                    state[key] = quantize(value, self.block)
        return apply

    @property
    def state(self):
        return self.inner.state

    @property
    def param_groups(self):
        return self.inner.param_groups

    def step(self, closure=None):
        return self.inner.step(closure) if closure is not None else self.inner.step()

    @contextlib.contextmanager
    def evaluation(self):
        with self.inner.evaluation():
            yield

    def __getattr__(self, name):
        if name in ("gradient_calls", "forward_passes", "updates"):
            return getattr(self.inner, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name in ("gradient_calls", "forward_passes", "updates"):
            setattr(self.inner, name, value)
        else:
            object.__setattr__(self, name, value)
