"""Neural-network training workloads on CPU and GPU: one trial is one training run."""

__version__ = "0.1.0"
