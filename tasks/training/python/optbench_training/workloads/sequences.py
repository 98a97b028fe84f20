"""A long-range task for state-space models: tones in noise that only a long memory tells apart."""

import math

import numpy
import torch
from torch import nn

from ..layers import activation, scale_weights
from .base import Workload, accuracy, cross_entropy


def generate(sequences, length, classes, seed, amplitude=0.6):
    """Inputs ``[n, length, 1]`` and labels ``[n]``: which of ``classes`` tones is hidden in white noise.

    The tones have random phases and amplitudes in [0.5, 1.5] times ``amplitude``; the noise has variance 1. Frequencies are
    ``0.08 + 1.5 c / length`` cycles a step, 1.5 bins of the Fourier transform apart: telling them apart takes a memory of
    about the whole sequence, however long it is.
    """
    rng = numpy.random.default_rng(seed)
    labels = rng.integers(0, classes, sequences)
    phase = rng.uniform(0, 2 * numpy.pi, (sequences, 1))
    strength = amplitude * rng.uniform(0.5, 1.5, (sequences, 1))
    frequency = 0.08 + 1.5 * labels[:, None] / length
    tone = strength * numpy.sin(2 * numpy.pi * frequency * numpy.arange(length)[None, :] + phase)
    values = (tone + rng.standard_normal((sequences, length))).astype(numpy.float32)
    return values[:, :, None], labels.astype(numpy.int64)


class DiagonalStateSpace(nn.Module):
    """S4D (Gu et al. 2022): ``h' = A h + B u``, ``y = Re(C h) + D u``, diagonal ``A``, by FFT convolution.

    The kernel is ``2 Re sum_n C_n (exp(dt A_n) - 1) / A_n exp(dt A_n l)`` (zero-order hold, ``B = 1``).
    """

    def __init__(self, width, states):
        super().__init__()
        self.log_step = nn.Parameter(torch.rand(width) * (math.log(0.1) - math.log(0.001)) + math.log(0.001))
        self.log_decay = nn.Parameter(torch.full((width, states), math.log(0.5)))
        self.frequency = nn.Parameter(math.pi * torch.arange(states).float().repeat(width, 1))
        self.output = nn.Parameter(torch.randn(width, states, 2) * 0.5 ** 0.5)
        self.skip = nn.Parameter(torch.randn(width))
        for parameter in (self.log_decay, self.frequency, self.output):
            parameter.optbench_other = True

    def kernel(self, length):
        step = self.log_step.exp()[:, None]
        pole = torch.complex(-self.log_decay.exp(), self.frequency)
        exponent = pole * step
        coefficient = torch.view_as_complex(self.output.contiguous()) * (exponent.exp() - 1) / pole
        places = torch.arange(length, device=step.device)
        powers = (exponent[:, :, None] * places).exp()
        return 2 * torch.einsum("dn,dnl->dl", coefficient, powers).real

    def forward(self, x):
        length = x.shape[2]
        spectrum = torch.fft.rfft(self.kernel(length), n=2 * length)
        y = torch.fft.irfft(torch.fft.rfft(x, n=2 * length) * spectrum, n=2 * length)[..., :length]
        return y + self.skip[:, None] * x


class StateSpaceBlock(nn.Module):
    """Norm, state space, activation, gated linear unit, residual."""

    def __init__(self, width, states, activation_name, norm):
        super().__init__()
        self.norm = nn.LayerNorm(width) if norm == "layer" else nn.Identity()
        self.mixer = DiagonalStateSpace(width, states)
        self.activation = activation(activation_name)
        self.gate = nn.Linear(width, 2 * width)

    def forward(self, x):
        y = self.mixer(self.norm(x).transpose(1, 2)).transpose(1, 2)
        return x + nn.functional.glu(self.gate(self.activation(y)), dim=2)


class SequenceModel(nn.Module):
    """A linear encoding of every place, state-space blocks, the mean over time, a perceptron to read it out."""

    def __init__(self, width, depth, states, classes, activation_name, norm):
        super().__init__()
        self.encoder = nn.Linear(1, width)
        self.blocks = nn.Sequential(*[StateSpaceBlock(width, states, activation_name, norm) for _ in range(depth)])
        self.head = nn.Sequential(nn.Linear(width, width), activation(activation_name), nn.Linear(width, classes))

    def forward(self, x):
        return self.head(self.blocks(self.encoder(x)).mean(dim=1))


class SequenceSsm(Workload):
    metric = "accuracy"
    evaluation_batch = 250

    def load(self):
        data = self.settings["data"]
        train, valid = self.settings["train_size"], self.settings["valid_size"]
        inputs, labels = generate(train + valid, data["length"], data["classes"], data["seed"])
        tensors = torch.from_numpy(inputs), torch.from_numpy(labels)
        self.train, self.valid = tuple(t[:train] for t in tensors), tuple(t[train:] for t in tensors)

    def build(self, hyperparameters):
        data, model = self.settings["data"], self.settings["model"]
        net = SequenceModel(model["width"], model["depth"], model["states"], data["classes"], model["activation"],
                            model["norm"])
        scale_weights(net.blocks, model["init_scale"])
        return net

    def loss(self, model, batch, hyperparameters):
        return cross_entropy(model(batch[0]), batch[1], hyperparameters)

    def measure(self, model):
        return accuracy(self, model)
