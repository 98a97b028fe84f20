"""``python3 -m optbench_training``: one trial (``--workload ...``), a persistent worker (``worker``), or ``doctor``,
``targets``, ``curves``, ``throughput``."""

import os
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("MKL_NUM_THREADS", "1")
os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")


def main(argv=None):
    argv = sys.argv[1:] if argv is None else argv
    command = argv[0] if argv and not argv[0].startswith("--") else "train"
    rest = argv[1:] if argv and not argv[0].startswith("--") else argv
    if command == "doctor":
        from . import doctor
        return doctor.main()
    if command == "worker":
        from . import worker
        return worker.main()
    if command == "targets":
        from . import targets
        return targets.main(rest)
    if command in ("curves", "throughput"):
        from . import evidence
        return getattr(evidence, command)(rest)
    if command == "train":
        from . import worker
        return worker.train_once(rest)
    print(f"command {command!r} is not known. Maybe train, worker, targets, curves, throughput or doctor", file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main())
