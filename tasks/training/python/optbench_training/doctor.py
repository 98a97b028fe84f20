"""What is there: interpreter, torch, numpy, devices, data; as one JSON object, with the command that gets what is missing."""

import json
import os
import platform
import sys


def _finding(name, found, detail, remedy=""):
    return {"name": name, "found": bool(found), "detail": detail, "remedy": "" if found else remedy}


def findings():
    result = [_finding("interpreter", True, f"{sys.executable}, Python {platform.python_version()}")]
    remedy = "apt-get install python3-torch python3-numpy (and setting python=/usr/bin/python3), or pip install torch numpy"
    try:
        import numpy
        result.append(_finding("numpy", True, numpy.__version__))
    except ImportError as error:
        result.append(_finding("numpy", False, str(error), remedy))
    try:
        import torch
        result.append(_finding("torch", True, torch.__version__))
    except (ImportError, OSError) as error:
        result.append(_finding("torch", False, str(error), remedy))
        return result
    if torch.cuda.is_available():
        cards = [f"cuda:{i} {torch.cuda.get_device_name(i)}, {torch.cuda.get_device_properties(i).total_memory >> 20} MiB"
                 for i in range(torch.cuda.device_count())]
        result.append(_finding("cuda", True, "; ".join(cards)))
    else:
        built = torch.version.cuda or "without CUDA"
        driver = "an NVIDIA driver is loaded" if os.path.exists("/proc/driver/nvidia/version") else "no NVIDIA driver"
        result.append(_finding("cuda", False, f"torch is built {built}, {driver}",
                               "install the NVIDIA driver, then pip install torch (the build for CUDA)"))
    from .workloads import images, text
    folder, source = images.folder(), text.source()
    result.append(_finding("fashion-mnist", folder, folder or "not found",
                           f"{images.COMMAND}, or set OPTBENCH_FASHION_MNIST to a folder with the four .gz files"))
    result.append(_finding("text", source, source or "not found",
                           f"{text.COMMAND}, or set OPTBENCH_TEXT to a text file"))
    return result


def main():
    print(json.dumps({"findings": findings()}))
    return 0
