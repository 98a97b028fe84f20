"""The training loop: clock, reports, checkpoints, stop and pause."""

import json
import os

import torch

import optbench_algorithms
from optbench_algorithms import schedules

from . import checkpoint, workloads
from .clock import EnergyMeter, SectionClock
from .errors import InvalidArguments, NotANumber, Unavailable

CHECK_EVERY = 50


def resolve_device(name):
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    device = torch.device(name)
    if device.type == "cuda" and not torch.cuda.is_available():
        raise Unavailable(f"device {name!r} was asked for and torch {torch.__version__} sees no CUDA device. "
                          "Maybe --device cpu, or install a torch built for CUDA and the NVIDIA driver")
    return device


def make_deterministic(threads):
    if torch.get_num_threads() != threads:
        torch.set_num_threads(threads)
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    torch.use_deterministic_algorithms(True, warn_only=True)


class DataOrder:
    """Which examples step ``s`` takes: a permutation a pass, a pure function of seed and step, so it needs no state."""

    def __init__(self, examples, batch_size, seed, device):
        self.examples, self.batch_size, self.seed, self.device = examples, batch_size, seed, device
        self.batches = max(1, examples // batch_size)
        self.current, self.permutation = -1, None

    def indices(self, step):
        number, position = divmod(step, self.batches)
        if number != self.current:
            generator = torch.Generator().manual_seed((self.seed * 1_000_003 + number * 7_919 + 17) % (1 << 62))
            self.permutation = torch.randperm(self.examples, generator=generator).to(self.device)
            self.current = number
        return self.permutation[position * self.batch_size:(position + 1) * self.batch_size]


class Trainer:
    """One trial. ``control`` is asked between steps and says ``"continue"``, ``"pause"`` or ``"stop"``."""

    def __init__(self, request, reporter, control=lambda: "continue"):
        self.request, self.reporter, self.control = request, reporter, control
        self.device = resolve_device(request.device)
        self.clock = SectionClock(self.device)
        make_deterministic(request.threads)
        with self.clock.section("setup"):
            self._set_up()
        self.energy = EnergyMeter(self.device)

    def _set_up(self):
        request, spec = self.request, self.request.spec
        self.workload = workloads.load(spec, self.device)
        torch.manual_seed(request.seed)
        self.model = self.workload.build(request.hyperparameters).to(self.device)
        known = {p["name"] for p in optbench_algorithms.parameters(request.algorithm)}
        self.optimizer = optbench_algorithms.create(
            request.algorithm, self.model, {k: v for k, v in request.hyperparameters.items() if k in known},
            request.seed)
        self.steps_per_epoch = spec["examples_per_epoch"] // request.batch_size
        self.total_steps = self.steps_per_epoch * request.horizon
        self.order = DataOrder(self.workload.example_count(), request.batch_size, request.seed, self.device)
        self.peak = [group["lr"] for group in self.optimizer.param_groups]
        self.refined = None
        if request.schedule_file:
            with open(request.schedule_file, encoding="utf-8") as file:
                self.refined = schedules.refine(json.load(file)["gradient_norms"])
        elif request.hyperparameters["schedule"] == "refined":
            raise InvalidArguments("schedule 'refined' needs --schedule_file. Maybe run once with "
                                   "--log_gradient_norms 1 and give its gradient_norms.json")
        self.step, self.best, self.hit, self.norms, self.history = 0, None, {}, [], []
        self.loss_sum = torch.zeros((), dtype=torch.float64, device=self.device)
        self.state_bytes = 0
        if request.checkpoint_dir:
            saved = checkpoint.load(request.checkpoint_dir, request.identity())
            if saved is not None:
                self._restore(saved)
        known = [r for r in self.history if request.resume_from < 0 or r["epoch"] <= request.resume_from]
        self.before = {n: known[-1][n] if known else 0.0 for n in ("seconds", "cpu_seconds")}

    def _replay(self):
        """Reports again what a checkpoint holds beyond ``resume_from``: the platform may have missed it before a kill."""
        request = self.request
        if request.resume_from >= 0:
            for report in self.history:
                if request.resume_from < report["epoch"] <= request.epochs:
                    self._report(report)
        elif self.step >= request.epochs * self.steps_per_epoch:
            self._report(next(r for r in reversed(self.history) if r["epoch"] <= request.epochs))

    def _report(self, report):
        self.reporter.report(**report, part_seconds=report["seconds"] - self.before["seconds"],
                             part_cpu_seconds=report["cpu_seconds"] - self.before["cpu_seconds"])

    def _restore(self, saved):
        self.model.load_state_dict(saved["model"])
        optbench_algorithms.import_state(self.optimizer, saved["optimizer"])
        for name, value in saved["counters"].items():
            setattr(self.optimizer, name, value)
        self.step, self.best, self.hit = saved["step"], saved["best"], saved["hit"]
        self.history = saved["history"]
        self.norms, self.state_bytes = saved["norms"].tolist(), saved["state_bytes"]
        self.loss_sum = saved["loss_sum"].to(self.device)
        self.clock.restore(saved["clock"])
        torch.set_rng_state(saved["rng"])
        if self.device.type == "cuda" and "cuda_rng" in saved:
            torch.cuda.set_rng_state(saved["cuda_rng"], self.device)

    def save(self):
        if not self.request.checkpoint_dir:
            return
        with self.clock.section("checkpoint"):
            content = {
                "identity": self.request.identity(), "step": self.step, "best": self.best, "hit": self.hit, "history": self.history,
                "norms": torch.tensor(self.norms, dtype=torch.float64), "state_bytes": self.state_bytes,
                "loss_sum": self.loss_sum.cpu(), "clock": self.clock.export(), "rng": torch.get_rng_state(),
                "model": {k: v.detach().cpu().clone() for k, v in self.model.state_dict().items()},
                "optimizer": optbench_algorithms.export_state(self.optimizer),
                "counters": {n: getattr(self.optimizer, n) for n in ("gradient_calls", "forward_passes", "updates")},
            }
            if self.device.type == "cuda":
                content["cuda_rng"] = torch.cuda.get_rng_state(self.device)
            checkpoint.save(self.request.checkpoint_dir, content)
            if self.request.log_gradient_norms:
                path = os.path.join(self.request.checkpoint_dir, "gradient_norms.json")
                with open(path, "w", encoding="utf-8") as file:
                    json.dump({"gradient_norms": self.norms}, file)

    def run(self):
        """Trains to the requested epoch; returns ``"completed"``, ``"paused"``, ``"stopped"`` or ``"target-reached"``."""
        request = self.request
        last = request.epochs * self.steps_per_epoch
        self.model.train()
        self._replay()
        while self.step < last:
            order = self._train_to((self.step // self.steps_per_epoch + 1) * self.steps_per_epoch)
            if order != "continue":
                # A platform that resumes by epochs goes on from the last epoch's checkpoint, never from beyond what it asked.
                if order == "pause" and (request.resume_from < 0 or request.checkpoint_every > 1):
                    self.save()
                return {"pause": "paused", "stop": "stopped"}[order]
            self._check_loss()
            self._evaluate()
            epoch = self.step // self.steps_per_epoch
            seconds = (self.clock.wall if request.clock == "wall" else self.clock.cpu)["train"]
            reached = bool(self.hit) and request.stop_at_target
            if self.step >= last or reached or seconds >= request.max_seconds or \
                    epoch % max(1, request.checkpoint_every) == 0:
                self.save()
            self._report(self.history[-1])
            if reached:
                return "target-reached"
            if seconds >= request.max_seconds:
                return "budget-exhausted"
        return "completed"

    def _train_to(self, end):
        order = "continue"
        with self.clock.section("train"):
            while self.step < end:
                order = self.control()
                if order != "continue":
                    break
                self._one_step()
                if self.step % CHECK_EVERY == 0:
                    self._check_loss()
        return order

    def _one_step(self):
        request, optimizer = self.request, self.optimizer
        hyper = request.hyperparameters
        scale = schedules.factor("refined" if self.refined is not None else hyper["schedule"], self.step,
                                 self.total_steps, hyper["warmup_fraction"], 0.0, self.refined)
        for group, peak in zip(optimizer.param_groups, self.peak):
            group["lr"] = peak * scale
        batch = self.workload.take(self.order.indices(self.step))
        if optimizer.forward_only:
            loss = optimizer.step(lambda: self.workload.loss(self.model, batch, hyper))
        else:
            loss = self.workload.loss(self.model, batch, hyper)
            loss.backward()
            if request.log_gradient_norms:
                self.norms.append(torch.stack([p.grad.norm() for p in self.model.parameters()
                                               if p.grad is not None]).norm().item())
            optimizer.step()
            for parameter in self.model.parameters():
                parameter.grad = None
            loss = loss.detach()
        self.loss_sum += loss
        self.step += 1

    def _check_loss(self):
        if not torch.isfinite(self.loss_sum).item():
            raise NotANumber(f"the training loss is not finite at step {self.step}. Maybe a smaller lr")

    def _evaluate(self):
        request, workload = self.request, self.workload
        self.state_bytes = max(self.state_bytes, optbench_algorithms.state_bytes(self.optimizer))
        with self.optimizer.evaluation():
            with self.clock.section("evaluate"), torch.no_grad():
                self.model.eval()
                metrics = workload.measure(self.model)
                self.model.train()
        value = metrics[workload.metric]
        if value != value or value in (float("inf"), float("-inf")):
            raise NotANumber(f"{workload.metric} is {value} at step {self.step}. Maybe a smaller lr")
        maximise = request.spec["mode"] == "max"
        if self.best is None or (value > self.best if maximise else value < self.best):
            self.best = value
        if request.target is not None and not self.hit and \
                (value >= request.target if maximise else value <= request.target):
            self.hit = {"seconds_to_target": self.clock.wall["train"],
                        "cpu_seconds_to_target": self.clock.cpu["train"], "steps_to_target": self.step}
        train_loss = self.loss_sum.item() / self.steps_per_epoch
        self.loss_sum.zero_()
        optimizer = self.optimizer
        extra = dict(self.hit)
        joules = self.energy.joules()
        if joules is not None:
            extra["energy_joules"] = joules
        if self.device.type == "cuda":
            extra["peak_device_bytes"] = torch.cuda.max_memory_allocated(self.device)
        self.history.append(dict(
            epoch=self.step // self.steps_per_epoch, step=self.step, train_loss=train_loss, **metrics, best=self.best,
            seconds=self.clock.wall["train"], cpu_seconds=self.clock.cpu["train"],
            evaluation_seconds=self.clock.wall["evaluate"], checkpoint_seconds=self.clock.wall["checkpoint"],
            setup_seconds=self.clock.wall["setup"], state_bytes=self.state_bytes,
            gradient_calls=optimizer.gradient_calls, forward_passes=optimizer.forward_passes,
            updates=optimizer.updates, **extra))
