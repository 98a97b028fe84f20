"""Failures a worker tells apart, with the exit status of a one-shot worker."""


class TrainingFailure(Exception):
    kind = "crash"
    exit_status = 1


class InvalidArguments(TrainingFailure):
    kind = "invalid-arguments"
    exit_status = 64


class Unavailable(TrainingFailure):
    """Data or a device is missing; the message names the command that gets it."""

    kind = "unavailable"
    exit_status = 69


class OutOfMemory(TrainingFailure):
    kind = "out-of-memory"
    exit_status = 71


class NotANumber(TrainingFailure):
    """The loss or the metric is NaN or infinite."""

    kind = "nan-loss"
    exit_status = 72


_OUT_OF_MEMORY = ("out of memory", "can't allocate memory", "cannot allocate memory", "cudnn_status_alloc_failed",
                  "cublas_status_alloc_failed", "not enough memory", "bad_alloc")


def classify(error):
    """The failure an exception stands for; any other exception is a crash."""
    if isinstance(error, TrainingFailure):
        return error
    text = f"{type(error).__name__}: {error}"
    if isinstance(error, MemoryError) or any(mark in text.lower() for mark in _OUT_OF_MEMORY):
        return OutOfMemory(text.splitlines()[0][:500])
    return TrainingFailure(text[:2000])
