"""Addition of n-digit numbers by a causal transformer; long carry chains are reported apart."""

import numpy
import torch
from torch import nn

from ..layers import TransformerBlock, scale_weights
from .base import Workload


def generate(examples, digits, seed, chain_share):
    """Digits of both numbers ``[n, digits + 1, 2]`` and of the sum ``[n, digits + 1]``, least significant first.

    ``chain_share`` of the examples has digit pairs that sum to 9 from a random place on, so that one carry runs on through
    all of them: in uniform numbers such chains are too rare to be learned or measured.
    """
    rng = numpy.random.default_rng(seed)
    a, b = rng.integers(0, 10, (2, examples, digits))
    start = rng.integers(0, digits, examples)
    length = rng.integers(1, digits + 1, examples)
    place = numpy.arange(digits)[None, :]
    chain = (rng.random(examples) < chain_share)[:, None] & (place > start[:, None]) & \
        (place <= (start + length)[:, None])
    b = numpy.where(chain, 9 - a, b)
    pairs = numpy.zeros((examples, digits + 1, 2), dtype=numpy.int64)
    pairs[:, :digits, 0], pairs[:, :digits, 1] = a, b
    total = numpy.zeros((examples, digits + 1), dtype=numpy.int64)
    carry = numpy.zeros(examples, dtype=numpy.int64)
    for digit in range(digits + 1):
        value = pairs[:, digit, 0] + pairs[:, digit, 1] + carry
        total[:, digit], carry = value % 10, value // 10
    return pairs, total


def longest_carry_chain(pairs):
    """Length of the longest run of digit pairs summing to 9 that a carry passes through, one number an example."""
    sums = pairs.sum(axis=2)
    carry = numpy.zeros(len(sums), dtype=bool)
    run, longest = numpy.zeros(len(sums), dtype=numpy.int64), numpy.zeros(len(sums), dtype=numpy.int64)
    for digit in range(sums.shape[1]):
        passes = carry & (sums[:, digit] == 9)
        run = numpy.where(passes, run + 1, 0)
        longest = numpy.maximum(longest, run)
        carry = (sums[:, digit] >= 10) | passes
    return longest


class Adder(nn.Module):
    def __init__(self, width, depth, heads, length, activation_name, placement):
        super().__init__()
        self.first, self.second = nn.Embedding(10, width), nn.Embedding(10, width)
        self.position = nn.Parameter(torch.randn(1, length, width) * 0.02)
        self.position.optbench_other = True
        self.blocks = nn.Sequential(*[TransformerBlock(width, heads, True, activation_name, placement)
                                      for _ in range(depth)])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Sequential(nn.Linear(width, 10))

    def forward(self, pairs):
        x = self.first(pairs[..., 0]) + self.second(pairs[..., 1]) + self.position
        return self.head(self.norm(self.blocks(x)))


class AdditionTransformer(Workload):
    """Exact match: every digit of the sum is right. The tail are examples with a carry chain of at least half the digits."""

    metric = "exact_match"

    def load(self):
        data = self.settings["data"]
        train, valid = self.settings["train_size"], self.settings["valid_size"]
        pairs, total = generate(train + valid, data["digits"], data["seed"], data["chain_share"])
        tail = longest_carry_chain(pairs[train:]) >= data["digits"] // 2
        self.train = (torch.from_numpy(pairs[:train]), torch.from_numpy(total[:train]))
        self.valid = (torch.from_numpy(pairs[train:]), torch.from_numpy(total[train:]), torch.from_numpy(tail))

    def build(self, hyperparameters):
        model = self.settings["model"]
        net = Adder(model["width"], model["depth"], model["heads"], self.settings["data"]["digits"] + 1,
                    model["activation"], model["norm_placement"])
        scale_weights(net.blocks, model["init_scale"])
        return net

    def loss(self, model, batch, hyperparameters):
        return nn.functional.cross_entropy(model(batch[0]).reshape(-1, 10), batch[1].reshape(-1))

    def measure(self, model):
        right, loss = [], 0.0
        for batch in self.valid_batches():
            logits = model(batch[0])
            right.append((logits.argmax(dim=-1) == batch[1]).all(dim=1))
            loss += nn.functional.cross_entropy(logits.reshape(-1, 10), batch[1].reshape(-1), reduction="sum").item()
        right, tail = torch.cat(right), self.valid[2]
        result = {"exact_match": right.float().mean().item(), "validation_loss": loss / self.valid[1].numel()}
        if tail.any():
            result["exact_match_carry_tail"] = right[tail].float().mean().item()
        return result
