"""Optimizers of Python libraries behind optbench's process protocol; write your own with ``protocol.serve``."""
