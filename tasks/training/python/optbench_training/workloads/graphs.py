"""Synthetic typed graphs with planted motifs, and a message-passing network."""

import numpy
import torch
from torch import nn

from ..layers import activation, scale_weights
from .base import Workload

MOTIFS = (
    ("triangle 0-1-2", (0, 1, 2), ((0, 1), (1, 2), (2, 0))),
    ("triangle 3-4-5", (3, 4, 5), ((0, 1), (1, 2), (2, 0))),
    ("square 0-3-0-3", (0, 3, 0, 3), ((0, 1), (1, 2), (2, 3), (3, 0))),
    ("path 1-4-2-5", (1, 4, 2, 5), ((0, 1), (1, 2), (2, 3))),
    ("star 2 with 0, 0, 0", (2, 0, 0, 0), ((0, 1), (0, 2), (0, 3))),
    ("clique 5-1-3-2", (5, 1, 3, 2), ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))),
)


def generate(graphs, nodes, types, edge_probability, seed):
    """Random graphs ``[g, n, n]`` with node types ``[g, n]`` and for each motif whether it was planted ``[g, motifs]``.

    Each motif is planted with probability 0.3 on nodes drawn at random; with the same probability a decoy of the same
    shape with one wrong type is, so that counting types or edges alone does not separate the classes. A background graph
    may hold a motif by chance: average precision 1 is out of reach.
    """
    rng = numpy.random.default_rng(seed)
    kinds = rng.integers(0, types, (graphs, nodes))
    upper = numpy.triu(rng.random((graphs, nodes, nodes)) < edge_probability, 1)
    adjacency = upper | upper.transpose(0, 2, 1)
    labels = numpy.zeros((graphs, len(MOTIFS)), dtype=numpy.float32)
    for motif, (_, pattern, edges) in enumerate(MOTIFS):
        draw = rng.random(graphs)
        places = numpy.argsort(rng.random((graphs, nodes)), axis=1)[:, :len(pattern)]
        wrong = rng.integers(0, len(pattern), graphs)
        shift = rng.integers(1, types, graphs)
        for truth, rows in ((True, numpy.flatnonzero(draw < 0.3)), (False, numpy.flatnonzero(draw > 0.7))):
            planted = numpy.tile(numpy.array(pattern), (len(rows), 1))
            if not truth:
                at = numpy.arange(len(rows))
                planted[at, wrong[rows]] = (planted[at, wrong[rows]] + shift[rows]) % types
            for node in range(len(pattern)):
                kinds[rows, places[rows, node]] = planted[:, node]
            for a, b in edges:
                adjacency[rows, places[rows, a], places[rows, b]] = True
                adjacency[rows, places[rows, b], places[rows, a]] = True
            labels[rows, motif] = float(truth)
    return kinds.astype(numpy.int64), adjacency, labels


def average_precision(scores, labels):
    """Mean precision at the positives in order of falling score; tied scores share the precision at the end of the tie.

    NaN without a positive label.
    """
    order = numpy.argsort(-scores, kind="stable")
    scores, labels = scores[order], labels[order].astype(numpy.float64)
    positives = labels.sum()
    if positives == 0:
        return float("nan")
    last_of_tie = numpy.append(scores[1:] != scores[:-1], True)
    hits = numpy.cumsum(labels)[last_of_tie]
    ranks = (numpy.arange(len(scores)) + 1.0)[last_of_tie]
    return float((numpy.diff(hits, prepend=0.0) * hits / ranks).sum() / positives)


class GraphNet(nn.Module):
    """Residual message passing (Gilmer et al. 2017) on dense adjacency matrices: deterministic on every device."""

    def __init__(self, types, width, rounds, activation_name, norm):
        super().__init__()
        self.embedding = nn.Embedding(types, width)
        self.messages = nn.ModuleList([nn.Linear(width, width) for _ in range(rounds)])
        self.updates = nn.ModuleList([nn.Sequential(nn.Linear(2 * width, width), activation(activation_name),
                                                    nn.Linear(width, width)) for _ in range(rounds)])
        self.norms = nn.ModuleList([nn.LayerNorm(width) if norm == "layer" else nn.Identity() for _ in range(rounds)])
        self.head = nn.Sequential(nn.Linear(2 * width, width), activation(activation_name),
                                  nn.Linear(width, len(MOTIFS)))

    def forward(self, kinds, adjacency):
        x, adjacency = self.embedding(kinds), adjacency.float()
        for message, update, norm in zip(self.messages, self.updates, self.norms):
            received = adjacency @ message(x)
            x = norm(x + update(torch.cat([x, received], dim=2)))
        return self.head(torch.cat([x.mean(dim=1), x.amax(dim=1)], dim=1))


class GraphsGnn(Workload):
    metric = "mean_average_precision"

    def load(self):
        data = self.settings["data"]
        train, valid = self.settings["train_size"], self.settings["valid_size"]
        arrays = generate(train + valid, data["nodes"], data["types"], data["edge_probability"], data["seed"])
        tensors = tuple(torch.from_numpy(a) for a in arrays)
        self.train, self.valid = tuple(t[:train] for t in tensors), tuple(t[train:] for t in tensors)

    def build(self, hyperparameters):
        data, model = self.settings["data"], self.settings["model"]
        net = GraphNet(data["types"], model["width"], model["rounds"], model["activation"], model["norm"])
        scale_weights(net.updates, model["init_scale"])
        return net

    def loss(self, model, batch, hyperparameters):
        return nn.functional.binary_cross_entropy_with_logits(model(batch[0], batch[1]), batch[2])

    def measure(self, model):
        scores = torch.cat([model(b[0], b[1]) for b in self.valid_batches()]).double().cpu()
        labels = self.valid[2].cpu()
        loss = nn.functional.binary_cross_entropy_with_logits(scores, labels.double()).item()
        values = [average_precision(scores[:, k].numpy(), labels[:, k].numpy()) for k in range(labels.shape[1])]
        return {"mean_average_precision": float(numpy.mean(values)), "validation_loss": loss}
