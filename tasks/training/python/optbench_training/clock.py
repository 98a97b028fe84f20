"""Submission time as AlgoPerf counts it, and the energy counter of the card."""

import contextlib
import ctypes
import time

import torch


class SectionClock:
    """Seconds by section, in wall time and in CPU time of this process.

    The section ``train`` is the submission time: data selection, updates and preparing for evaluation. ``evaluate``,
    ``checkpoint`` and ``setup`` are outside it. The device is synchronised before every reading.
    """

    SECTIONS = ("setup", "train", "evaluate", "checkpoint")

    def __init__(self, device):
        self.device = torch.device(device)
        self.wall = dict.fromkeys(self.SECTIONS, 0.0)
        self.cpu = dict.fromkeys(self.SECTIONS, 0.0)

    def _read(self):
        if self.device.type == "cuda":
            torch.cuda.synchronize(self.device)
        return time.perf_counter(), time.process_time()

    @contextlib.contextmanager
    def section(self, name):
        """Sections do not nest; time outside every section is not counted."""
        wall, cpu = self._read()
        try:
            yield
        finally:
            wall_end, cpu_end = self._read()
            self.wall[name] += wall_end - wall
            self.cpu[name] += cpu_end - cpu

    def export(self):
        return {"wall": dict(self.wall), "cpu": dict(self.cpu)}

    def restore(self, exported):
        for name in self.SECTIONS:
            if name != "setup":
                self.wall[name] = exported["wall"][name]
                self.cpu[name] = exported["cpu"][name]


class EnergyMeter:
    """Joules used by an NVIDIA card since the start, by NVML; ``None`` where the card does not report it.

    The counter is of the whole card: with several workers on one card it is their sum.
    """

    def __init__(self, device):
        self._library, self._handle, self._start = None, ctypes.c_void_p(), None
        device = torch.device(device)
        if device.type != "cuda":
            return
        try:
            self._library = ctypes.CDLL("libnvidia-ml.so.1")
            bus = getattr(torch.cuda.get_device_properties(device), "uuid", None)
            opened = self._library.nvmlInit_v2() == 0
            if opened and bus is not None:
                name = f"GPU-{bus}".encode()
                opened = self._library.nvmlDeviceGetHandleByUUID(name, ctypes.byref(self._handle)) == 0
            elif opened:
                index = device.index or 0
                opened = self._library.nvmlDeviceGetHandleByIndex_v2(index, ctypes.byref(self._handle)) == 0
            self._start = self._millijoules() if opened else None
        except (OSError, AttributeError):
            self._start = None

    def _millijoules(self):
        value = ctypes.c_ulonglong()
        status = self._library.nvmlDeviceGetTotalEnergyConsumption(self._handle, ctypes.byref(value))
        return value.value if status == 0 else None

    def joules(self):
        now = self._millijoules() if self._start is not None else None
        return None if now is None else (now - self._start) / 1000.0
