"""Synthetic click logs with a planted teacher, and a small DLRM."""

import numpy
import torch
from torch import nn

from ..layers import activation
from .base import Workload


def generate(examples, fields, vocabulary, dense, seed, sharpness=1.0, zipf=1.1, teacher_width=4):
    """Clicks ``y ~ Bernoulli(sigmoid(l))`` of a factorisation machine (Rendle 2010).

    Returns ids ``[n, fields]``, dense features ``[n, dense]``, labels and the true probabilities. Ids follow
    ``P(k) ~ 1 / (k + 1)^zipf``; the logit is scaled to standard deviation ``1.8 * sharpness`` with a mean that gives about
    a quarter of clicks. The mean entropy of the probabilities is the Bayes cross-entropy no model can pass.
    """
    rng = numpy.random.default_rng(seed)
    weights = 1.0 / numpy.arange(1, vocabulary + 1) ** zipf
    cumulative = numpy.cumsum(weights / weights.sum())
    ids = numpy.searchsorted(cumulative, rng.random((examples, fields))).clip(0, vocabulary - 1)
    features = rng.standard_normal((examples, dense)).astype(numpy.float32)
    linear = rng.standard_normal((fields, vocabulary)).astype(numpy.float32)
    factors = rng.standard_normal((fields, vocabulary, teacher_width)).astype(numpy.float32)
    dense_weights = rng.standard_normal(dense).astype(numpy.float32)
    first, total, squares = features @ dense_weights, 0.0, 0.0
    for field in range(fields):
        first = first + linear[field, ids[:, field]]
        vector = factors[field, ids[:, field]]
        total, squares = total + vector, squares + vector ** 2
    second = 0.5 * (total ** 2 - squares).sum(axis=1)
    logits = first / first.std() + second / second.std()
    logits = 1.8 * sharpness * (logits - logits.mean()) / logits.std() - 1.8
    probability = 1.0 / (1.0 + numpy.exp(-logits))
    labels = rng.random(examples) < probability
    return ids.astype(numpy.int64), features, labels.astype(numpy.float32), probability.astype(numpy.float32)


def bayes_cross_entropy(probability):
    p = numpy.clip(numpy.asarray(probability, dtype=numpy.float64), 1e-12, 1 - 1e-12)
    return float(-(p * numpy.log(p) + (1 - p) * numpy.log(1 - p)).mean())


class Dlrm(nn.Module):
    """Naumov et al. (2019): embeddings and the bottom perceptron interact by dot products, a perceptron on top."""

    def __init__(self, fields, vocabulary, dense, width, top, activation_name, embedding_scale):
        super().__init__()
        self.embedding = nn.Embedding(fields * vocabulary, width)
        nn.init.normal_(self.embedding.weight, std=embedding_scale)
        self.register_buffer("offsets", torch.arange(fields) * vocabulary)
        rows, columns = torch.tril_indices(fields + 1, fields + 1, -1)
        self.register_buffer("pairs", rows * (fields + 1) + columns)
        self.bottom = nn.Sequential(nn.Linear(dense, top), activation(activation_name), nn.Linear(top, width))
        self.top = nn.Sequential(nn.Linear(width + len(rows), top), activation(activation_name), nn.Linear(top, top),
                                 activation(activation_name))
        self.head = nn.Sequential(nn.Linear(top, 1))

    def forward(self, ids, dense):
        vectors = self.embedding(ids + self.offsets)
        bottom = self.bottom(dense)
        stacked = torch.cat([bottom.unsqueeze(1), vectors], dim=1)
        products = (stacked @ stacked.transpose(1, 2)).flatten(1).index_select(1, self.pairs)
        return self.head(self.top(torch.cat([bottom, products], dim=1))).squeeze(1)


class ClicksDlrm(Workload):
    metric = "cross_entropy"
    evaluation_batch = 4000

    def load(self):
        data = self.settings["data"]
        train, valid = self.settings["train_size"], self.settings["valid_size"]
        ids, dense, labels, probability = generate(train + valid, data["fields"], data["vocabulary"], data["dense"],
                                                   data["seed"])
        self.bayes = bayes_cross_entropy(probability[train:])
        tensors = tuple(torch.from_numpy(a) for a in (ids, dense, labels))
        self.train, self.valid = tuple(t[:train] for t in tensors), tuple(t[train:] for t in tensors)

    def build(self, hyperparameters):
        data, model = self.settings["data"], self.settings["model"]
        return Dlrm(data["fields"], data["vocabulary"], data["dense"], model["width"], model["top"],
                    model["activation"], model["embedding_scale"])

    def loss(self, model, batch, hyperparameters):
        return nn.functional.binary_cross_entropy_with_logits(model(batch[0], batch[1]), batch[2])

    def measure(self, model):
        total = 0.0
        for batch in self.valid_batches():
            total += nn.functional.binary_cross_entropy_with_logits(model(batch[0], batch[1]), batch[2],
                                                                    reduction="sum").item()
        value = total / self.valid[2].shape[0]
        return {"cross_entropy": value, "excess_over_bayes": value - self.bayes}
