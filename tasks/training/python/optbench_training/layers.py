"""Building blocks of the workloads' models, with the choices the held-out variants change."""

import torch
from torch import nn

ACTIVATIONS = {"relu": nn.ReLU, "tanh": nn.Tanh, "gelu": nn.GELU, "silu": nn.SiLU, "leaky-relu": nn.LeakyReLU}


def activation(name):
    if name not in ACTIVATIONS:
        raise ValueError(f"activation {name!r} is none of {', '.join(ACTIVATIONS)}")
    return ACTIVATIONS[name]()


def norm_1d(name, width):
    choices = {"none": nn.Identity, "layer": lambda: nn.LayerNorm(width), "batch": lambda: nn.BatchNorm1d(width)}
    return choices[name]()


def norm_2d(name, width):
    choices = {"none": nn.Identity, "group": lambda: nn.GroupNorm(min(4, width), width),
               "batch": lambda: nn.BatchNorm2d(width)}
    return choices[name]()


def scale_weights(module, factor):
    """Multiplies every weight matrix by ``factor``: the held-out variants of the initialisation."""
    if factor != 1.0:
        with torch.no_grad():
            for parameter in module.parameters():
                if parameter.ndim >= 2:
                    parameter.mul_(factor)


class SelfAttention(nn.Module):
    """Multi-head attention written out: the same arithmetic in every version of torch and on every device."""

    def __init__(self, width, heads, causal):
        super().__init__()
        if width % heads:
            raise ValueError(f"width {width} is not a multiple of heads {heads}")
        self.heads, self.causal = heads, causal
        self.query_key_value = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x):
        batch, length, width = x.shape
        qkv = self.query_key_value(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = qkv[0], qkv[1], qkv[2]
        scores = query @ key.transpose(-2, -1) * (width // self.heads) ** -0.5
        if self.causal:
            mask = torch.ones(length, length, dtype=torch.bool, device=x.device).triu_(1)
            scores = scores.masked_fill(mask, float("-inf"))
        mixed = scores.softmax(dim=-1) @ value
        return self.out(mixed.transpose(1, 2).reshape(batch, length, width))


class TransformerBlock(nn.Module):
    """Attention and a two-layer perceptron with residuals; normalisation before (``pre``) or after (``post``)."""

    def __init__(self, width, heads, causal, activation_name="gelu", placement="pre", dropout=0.0):
        super().__init__()
        self.placement = placement
        self.attention_norm, self.mlp_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attention = SelfAttention(width, heads, causal)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), activation(activation_name), nn.Linear(4 * width, width))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        if self.placement == "pre":
            x = x + self.dropout(self.attention(self.attention_norm(x)))
            return x + self.dropout(self.mlp(self.mlp_norm(x)))
        x = self.attention_norm(x + self.dropout(self.attention(x)))
        return self.mlp_norm(x + self.dropout(self.mlp(x)))
