"""Reconstruction of ellipse phantoms from masked k-space by a small U-Net."""

import numpy
import torch
from torch import nn

from ..layers import activation, norm_2d, scale_weights
from .base import Workload


def ellipses(images, size, seed, count=8):
    """Images ``[n, size, size]`` in [0, 1]: a bright outer ellipse with up to ``count`` others added inside.

    As in Shepp and Logan (1974), every ellipse adds its own intensity, positive or negative; here all are random.
    """
    rng = numpy.random.default_rng(seed)
    y, x = numpy.meshgrid(*2 * [numpy.linspace(-1, 1, size, dtype=numpy.float32)], indexing="ij")
    result = numpy.zeros((images, size, size), dtype=numpy.float32)

    def add(centre, axes, angle, intensity):
        c, s = (f(angle).astype(numpy.float32)[:, None, None] for f in (numpy.cos, numpy.sin))
        dx = x - centre[:, 0, None, None].astype(numpy.float32)
        dy = y - centre[:, 1, None, None].astype(numpy.float32)
        u = (c * dx + s * dy) / axes[:, 0, None, None].astype(numpy.float32)
        v = (c * dy - s * dx) / axes[:, 1, None, None].astype(numpy.float32)
        numpy.add(result, intensity.astype(numpy.float32)[:, None, None], out=result, where=u * u + v * v <= 1)

    add(rng.uniform(-0.05, 0.05, (images, 2)), rng.uniform(0.65, 0.95, (images, 2)), rng.uniform(0, numpy.pi, images),
        rng.uniform(0.5, 0.8, images))
    for _ in range(count):
        add(rng.uniform(-0.5, 0.5, (images, 2)), rng.uniform(0.05, 0.35, (images, 2)),
            rng.uniform(0, numpy.pi, images), rng.uniform(-0.4, 0.4, images))
    return result.clip(0, 1)


def column_mask(size, acceleration, centre_share, seed):
    """Columns of k-space that are measured: the lowest frequencies, and others at random, ``size / acceleration`` in all."""
    rng = numpy.random.default_rng(seed)
    frequency = numpy.abs(numpy.fft.fftfreq(size))
    centre = numpy.argsort(frequency, kind="stable")[:max(1, round(centre_share * size))]
    others = rng.permutation(numpy.setdiff1d(numpy.arange(size), centre))
    mask = numpy.zeros(size, dtype=numpy.float32)
    mask[centre] = 1
    mask[others[:max(0, size // acceleration - len(centre))]] = 1
    return mask


def zero_filled(images, mask):
    """Magnitude of the inverse transform of the masked k-space."""
    return numpy.abs(numpy.fft.ifft2(numpy.fft.fft2(images) * mask[None, None, :])).astype(numpy.float32)


def ssim(first, second, window=7, data_range=1.0):
    """Mean structural similarity of images ``[n, 1, h, w]`` (Wang et al. 2004), uniform window, K = 0.01, 0.03.

    Sample covariances, means over the windows that lie wholly inside: as scikit-image and fastMRI compute it.
    """
    c1, c2 = (0.01 * data_range) ** 2, (0.03 * data_range) ** 2
    pool = nn.functional.avg_pool2d
    unbiased = window ** 2 / (window ** 2 - 1)
    ux, uy = pool(first, window, 1), pool(second, window, 1)
    vx = unbiased * (pool(first * first, window, 1) - ux * ux)
    vy = unbiased * (pool(second * second, window, 1) - uy * uy)
    vxy = unbiased * (pool(first * second, window, 1) - ux * uy)
    value = (2 * ux * uy + c1) * (2 * vxy + c2) / ((ux ** 2 + uy ** 2 + c1) * (vx + vy + c2))
    return value.mean(dim=(1, 2, 3))


def _double_convolution(inputs, outputs, norm, activation_name):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, 1, 1), norm_2d(norm, outputs), activation(activation_name),
                         nn.Conv2d(outputs, outputs, 3, 1, 1), norm_2d(norm, outputs), activation(activation_name))


class UNet(nn.Module):
    """Ronneberger et al. (2015) with average pooling, nearest up-sampling, and the input added to the output."""

    def __init__(self, width, depth, norm, activation_name):
        super().__init__()
        widths = [width << level for level in range(depth + 1)]
        self.down = nn.ModuleList([_double_convolution(a, b, norm, activation_name)
                                   for a, b in zip([1] + widths[:-1], widths)])
        self.up = nn.ModuleList([_double_convolution(a + b, a, norm, activation_name)
                                 for a, b in zip(widths[-2::-1], widths[:0:-1])])
        self.head = nn.Sequential(nn.Conv2d(width, 1, 1))

    def forward(self, image):
        x, skips = image, []
        for level, block in enumerate(self.down):
            x = block(nn.functional.avg_pool2d(x, 2) if level else x)
            skips.append(x)
        skips.pop()
        for block in self.up:
            larger = x.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
            x = block(torch.cat([skips.pop(), larger], dim=1))
        return image + self.head(x)


class PhantomUnet(Workload):
    metric = "ssim"
    evaluation_batch = 250

    def load(self):
        data = self.settings["data"]
        train, valid = self.settings["train_size"], self.settings["valid_size"]
        images = ellipses(train + valid, data["size"], data["seed"])
        mask = column_mask(data["size"], data["acceleration"], data["centre_share"], data["seed"] + 1)
        inputs = numpy.concatenate([zero_filled(images[i:i + 500], mask) for i in range(0, len(images), 500)])
        tensors = tuple(torch.from_numpy(a).unsqueeze(1) for a in (inputs, images))
        self.train, self.valid = tuple(t[:train] for t in tensors), tuple(t[train:] for t in tensors)

    def build(self, hyperparameters):
        model = self.settings["model"]
        net = UNet(model["width"], model["depth"], model["norm"], model["activation"])
        scale_weights(net.down, model["init_scale"])
        return net

    def loss(self, model, batch, hyperparameters):
        return nn.functional.l1_loss(model(batch[0]), batch[1])

    def measure(self, model):
        values, loss = [], 0.0
        for inputs, images in self.valid_batches():
            output = model(inputs)
            values.append(ssim(output, images))
            loss += nn.functional.l1_loss(output, images).item() * len(images)
        return {"ssim": torch.cat(values).mean().item(), "validation_loss": loss / self.valid[0].shape[0]}
