"""A byte-level transformer language model on any text."""

import functools
import os

import numpy
import torch
from torch import nn

from ..errors import Unavailable
from ..layers import TransformerBlock, scale_weights
from .base import Workload

DEBIAN = "/usr/lib/bible.data"
COMMAND = "apt-get install bible-kjv-text"


def source():
    """The text file: ``$OPTBENCH_TEXT`` or the King James Bible of Debian; ``None`` without one."""
    candidate = os.environ.get("OPTBENCH_TEXT") or DEBIAN
    return candidate if os.path.isfile(candidate) else None


def lzw_decode(codes_from, bits=16):
    """Bytes of one LZW stream in block mode as written by Unix ``compress``, without its three-byte header.

    Codes start at 9 bits and grow with the table; code 256 clears it. Codes are packed in groups of eight from the low
    bit up, and a change of width skips to the next group.
    """
    data = codes_from
    output, table, width, next_code = [], [bytes((i,)) for i in range(256)] + [b""], 9, 257
    position, group_start, previous, limit = 0, 0, None, len(data) * 8
    while position + width <= limit:
        byte, shift = divmod(position, 8)
        code = (int.from_bytes(data[byte:byte + 4], "little") >> shift) & ((1 << width) - 1)
        position += width
        if code == 256:
            del table[257:]
            next_code, previous = 257, None
            group = width * 8
            position = group_start + -(-(position - group_start) // group) * group
            group_start, width = position, 9
            continue
        if code < len(table):
            entry = table[code]
        elif previous is not None and code == len(table):
            entry = previous + previous[:1]
        else:
            raise Unavailable(f"LZW code {code} at bit {position} is not in the table. Maybe the file is damaged")
        output.append(entry)
        if previous is not None and len(table) < 1 << bits:
            table.append(previous + entry[:1])
            next_code = len(table)
        previous = entry
        if next_code >= 1 << width and width < bits:
            group = width * 8
            position = group_start + -(-(position - group_start) // group) * group
            group_start, width = position, width + 1
    return b"".join(output)


def read_bible(content):
    """Text of Debian's ``bible.data``: big-endian header with window size, window count and offsets, LZW windows."""
    count = int.from_bytes(content[0x58:0x5C], "big")
    offsets = [int.from_bytes(content[0x5C + 4 * i:0x60 + 4 * i], "big") for i in range(count + 1)]
    return b"".join(lzw_decode(content[start:end]) for start, end in zip(offsets, offsets[1:]))


@functools.lru_cache(maxsize=1)
def _text():
    path = source()
    if path is None:
        raise Unavailable(f"no text found: {DEBIAN} is missing. Maybe: {COMMAND}, or set OPTBENCH_TEXT to a text file")
    with open(path, "rb") as file:
        content = file.read()
    if content[:4] == b"EC02":
        content = read_bible(content)
    return torch.from_numpy(numpy.frombuffer(content, numpy.uint8).copy())


class ByteTransformer(nn.Module):
    """A causal transformer (Radford et al. 2019) over the 256 bytes with learned positions."""

    def __init__(self, width, depth, heads, context, activation_name, placement):
        super().__init__()
        self.embedding = nn.Embedding(256, width)
        self.position = nn.Parameter(torch.randn(1, context, width) * 0.02)
        self.position.optbench_other = True
        nn.init.normal_(self.embedding.weight, std=0.02)
        self.blocks = nn.Sequential(*[TransformerBlock(width, heads, True, activation_name, placement)
                                      for _ in range(depth)])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Sequential(nn.Linear(width, 256))

    def forward(self, tokens):
        x = self.embedding(tokens) + self.position[:, :tokens.shape[1]]
        return self.head(self.norm(self.blocks(x)))


class TextLm(Workload):
    """The last twentieth of the text validates, in ``valid_size`` windows evenly spread over it."""

    metric = "nats_per_byte"
    evaluation_batch = 64

    def load(self):
        text, self.context = _text(), self.settings["model"]["context"]
        if text.numel() < 40 * (self.context + 1):
            raise Unavailable(f"the text has {text.numel()} bytes, too few for windows of {self.context}. "
                              "Maybe set OPTBENCH_TEXT to a longer file")
        split = text.numel() - text.numel() // 20
        held_out = text[split:]
        starts = torch.linspace(0, held_out.numel() - self.context - 1, self.settings["valid_size"]).long()
        self.train = (text[:split],)
        self.valid = (held_out[starts[:, None] + torch.arange(self.context + 1)],)

    def example_count(self):
        return (self.train[0].numel() - 1) // self.context

    def take(self, indices):
        positions = indices[:, None] * self.context + torch.arange(self.context + 1, device=indices.device)
        return (self.train[0][positions],)

    def build(self, hyperparameters):
        model = self.settings["model"]
        net = ByteTransformer(model["width"], model["depth"], model["heads"], model["context"], model["activation"],
                              model["norm_placement"])
        scale_weights(net.blocks, model["init_scale"])
        return net

    def _loss(self, model, windows, reduction):
        windows = windows.long()
        logits = model(windows[:, :-1])
        return nn.functional.cross_entropy(logits.reshape(-1, 256), windows[:, 1:].reshape(-1), reduction=reduction)

    def loss(self, model, batch, hyperparameters):
        return self._loss(model, batch[0], "mean")

    def measure(self, model):
        total = sum(self._loss(model, batch[0], "sum").item() for batch in self.valid_batches())
        return {"nats_per_byte": total / (self.valid[0].shape[0] * self.context)}
