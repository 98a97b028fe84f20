"""Learning-rate schedules: factors of the peak learning rate, pure functions of the step.

``step`` counts from 0, ``total`` is the length of the whole run whatever part of it is trained now, so that a paused and
resumed run follows the same schedule.
"""

import math

import numpy

NAMES = ("constant", "linear", "cosine", "refined")


def warmup_steps(total, warmup_fraction):
    return int(round(total * warmup_fraction))


def factor(name, step, total, warmup_fraction=0.0, final_factor=0.0, refined=None):
    """The factor at ``step``: linear warm-up to 1, then constant, linear or cosine decay to ``final_factor``.

    ``refined`` takes its factors from a list of length ``total`` made by :func:`refine`; no warm-up is added, since the
    gradient norms already ask for one.
    """
    if name == "refined":
        if refined is None:
            raise ValueError("schedule 'refined' needs gradient norms. Maybe run once with --log_gradient_norms 1 and "
                             "give the file with --schedule_file")
        return float(refined[min(len(refined) - 1, step * len(refined) // max(1, total))])
    warmup = warmup_steps(total, warmup_fraction)
    if step < warmup:
        return (step + 1) / warmup
    if name == "constant":
        return 1.0
    progress = min(1.0, (step - warmup) / max(1, total - warmup))
    if name == "linear":
        return final_factor + (1 - final_factor) * (1 - progress)
    if name == "cosine":
        return final_factor + (1 - final_factor) * 0.5 * (1 + math.cos(math.pi * progress))
    raise ValueError(f"schedule {name!r} is none of {', '.join(NAMES)}")


def refine(gradient_norms, smoothing=0.1):
    """Schedule refined from logged gradient norms (Defazio et al. 2023, algorithm 1), largest factor 1.

    The norms are smoothed by a median filter over ``smoothing * T`` steps, ``w_t = 1 / norm_t^2`` and
    ``eta_t = w_t * sum_{p > t} w_p``. ``smoothing = 0`` takes the norms as they are.
    """
    norms = numpy.asarray(gradient_norms, dtype=numpy.float64)
    if norms.ndim != 1 or norms.size < 2 or not numpy.all(norms > 0):
        raise ValueError("gradient norms must be a list of at least two positive numbers")
    half = int(smoothing * norms.size / 2)
    if half > 0:
        padded = numpy.pad(norms, half, mode="reflect" if half < norms.size else "edge")
        windows = numpy.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1)
        norms = numpy.median(windows, axis=1)
    weights = (norms.min() / norms) ** 2
    tail = numpy.append(numpy.cumsum(weights[::-1])[::-1][1:], 0.0)
    schedule = weights * tail
    return (schedule / schedule.max()).tolist()
