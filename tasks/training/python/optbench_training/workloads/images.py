"""Fashion-MNIST: a perceptron, a residual network, a vision transformer."""

import functools
import gzip
import os

import numpy
import torch
from torch import nn

from ..errors import Unavailable
from ..layers import TransformerBlock, activation, norm_1d, norm_2d, scale_weights
from .base import Workload, accuracy, cross_entropy

FOLDERS = ("/usr/share/datasets/fashion-mnist", "/usr/share/dataset-fashion-mnist")
COMMAND = "apt-get install dataset-fashion-mnist"


def folder():
    """The folder with the four IDX files: ``$OPTBENCH_FASHION_MNIST`` or Debian's; ``None`` without one."""
    candidates = [os.environ["OPTBENCH_FASHION_MNIST"]] if os.environ.get("OPTBENCH_FASHION_MNIST") else FOLDERS
    return next((f for f in candidates if os.path.isfile(os.path.join(f, "train-images-idx3-ubyte.gz"))), None)


def read_idx(path):
    """An IDX file of unsigned bytes: magic 0, 0, 8, dimensions, then big-endian sizes."""
    with gzip.open(path, "rb") as file:
        content = file.read()
    if content[:3] != b"\0\0\x08":
        raise Unavailable(f"{path} is not an IDX file of unsigned bytes. Maybe the download was cut short: {COMMAND}")
    dimensions = content[3]
    sizes = numpy.frombuffer(content, ">i4", dimensions, 4)
    return numpy.frombuffer(content, numpy.uint8, -1, 4 + 4 * dimensions).reshape(sizes)


@functools.lru_cache(maxsize=1)
def _train_set():
    found = folder()
    if found is None:
        raise Unavailable(f"Fashion-MNIST is in none of {', '.join(FOLDERS)}. Maybe: {COMMAND}, or set "
                          "OPTBENCH_FASHION_MNIST to a folder with the four .gz files")
    return (torch.from_numpy(read_idx(os.path.join(found, "train-images-idx3-ubyte.gz")).copy()),
            torch.from_numpy(read_idx(os.path.join(found, "train-labels-idx1-ubyte.gz")).astype(numpy.int64)))


class Fashion(Workload):
    """The last 5 000 of the 60 000 training images validate; pixels are standardised by the training mean 0.286, 0.353."""

    def load(self):
        images, labels = _train_set()
        train, valid = self.settings["train_size"], self.settings["valid_size"]
        self.train = (images[:train], labels[:train])
        self.valid = (images[-valid:], labels[-valid:])

    @staticmethod
    def pixels(batch):
        return batch[0].float().sub_(72.94).div_(90.02).unsqueeze(1)

    def loss(self, model, batch, hyperparameters):
        return cross_entropy(model(self.pixels(batch)), batch[1], hyperparameters)

    def measure(self, model):
        return accuracy(self, model, self.pixels)


class FashionMlp(Fashion):
    def build(self, hyperparameters):
        model = self.settings["model"]
        layers, width = [nn.Flatten()], 784
        for hidden in model["widths"]:
            layers += [nn.Linear(width, hidden), norm_1d(model["norm"], hidden), activation(model["activation"]),
                       nn.Dropout(float(hyperparameters.get("dropout", 0.0)))]
            width = hidden
        net = nn.Sequential()
        net.add_module("body", nn.Sequential(*layers))
        net.add_module("head", nn.Sequential(nn.Linear(width, 10)))
        scale_weights(net.body, model["init_scale"])
        return net


class ResidualBlock(nn.Module):
    def __init__(self, inputs, outputs, stride, norm, activation_name):
        super().__init__()
        self.first = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=norm == "none")
        self.second = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=norm == "none")
        self.norms = nn.ModuleList([norm_2d(norm, outputs), norm_2d(norm, outputs)])
        self.activation = activation(activation_name)
        self.shortcut = nn.Identity() if inputs == outputs and stride == 1 else nn.Conv2d(inputs, outputs, 1, stride)

    def forward(self, x):
        y = self.activation(self.norms[0](self.first(x)))
        return self.activation(self.norms[1](self.second(y)) + self.shortcut(x))


class ResNet(nn.Module):
    """Three stages of ``depth`` blocks (He et al. 2016, section 4.2): widths w, 2w, 4w, 6 depth + 2 layers."""

    def __init__(self, width, depth, norm, activation_name):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(1, width, 3, 1, 1, bias=norm == "none"), norm_2d(norm, width),
                                  activation(activation_name))
        blocks, inputs = [], width
        for stage in range(3):
            for block in range(depth):
                outputs = width << stage
                blocks.append(ResidualBlock(inputs, outputs, 2 if stage and not block else 1, norm, activation_name))
                inputs = outputs
        self.blocks = nn.Sequential(*blocks)
        self.head = nn.Sequential(nn.Linear(inputs, 10))

    def forward(self, x):
        return self.head(self.blocks(self.stem(x)).mean(dim=(2, 3)))


class FashionResnet(Fashion):
    def build(self, hyperparameters):
        model = self.settings["model"]
        net = ResNet(model["width"], model["depth"], model["norm"], model["activation"])
        scale_weights(net.blocks, model["init_scale"])
        return net


class VisionTransformer(nn.Module):
    """Dosovitskiy et al. (2021) with mean pooling; 28 / patch squared tokens."""

    def __init__(self, width, depth, heads, patch, activation_name, placement, dropout):
        super().__init__()
        self.patches = nn.Conv2d(1, width, patch, patch)
        self.position = nn.Parameter(torch.randn(1, (28 // patch) ** 2, width) * 0.02)
        self.position.optbench_other = True
        self.blocks = nn.Sequential(*[TransformerBlock(width, heads, False, activation_name, placement, dropout)
                                      for _ in range(depth)])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Sequential(nn.Linear(width, 10))

    def forward(self, x):
        tokens = self.patches(x).flatten(2).transpose(1, 2) + self.position
        return self.head(self.norm(self.blocks(tokens)).mean(dim=1))


class FashionVit(Fashion):
    def build(self, hyperparameters):
        model = self.settings["model"]
        net = VisionTransformer(model["width"], model["depth"], model["heads"], model["patch"], model["activation"],
                                model["norm_placement"], float(hyperparameters.get("dropout", 0.0)))
        scale_weights(net.blocks, model["init_scale"])
        return net
