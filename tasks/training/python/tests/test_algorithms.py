"""Every algorithm against its update equation, written out again in numpy in double precision."""

import math
import unittest

import numpy as np
import torch

import optbench_algorithms as oa
from optbench_algorithms import blockwise, first_order, low_memory, orthogonal, schedule_free, schedules, second_order
from optbench_algorithms import zeroth_order
from optbench_algorithms.state import parameters_of

STEPS = 6


def problem(shape=(4, 6), seed=0, steps=STEPS):
    """A start and a sequence of gradients in double precision."""
    rng = np.random.default_rng(seed)
    return rng.standard_normal(shape), [rng.standard_normal(shape) for _ in range(steps)]


def run(kind, start, gradients, group_kind="matrix", **settings):
    parameter = torch.nn.Parameter(torch.from_numpy(start.copy()))
    optimizer = kind([{"params": [parameter], "kind": group_kind}], **settings)
    for gradient in gradients:
        parameter.grad = torch.from_numpy(gradient.copy())
        optimizer.step()
    return parameter.detach().numpy(), optimizer


def adam(w, gradients, lr, b1, b2, eps, wd, nesterov=False):
    m = v = np.zeros_like(w)
    for t, g in enumerate(gradients, 1):
        m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
        top = b1 * m / (1 - b1 ** (t + 1)) + (1 - b1) * g / (1 - b1 ** t) if nesterov else m / (1 - b1 ** t)
        w = w * (1 - lr * wd) - lr * top / (np.sqrt(v / (1 - b2 ** t)) + eps)
    return w


def quintic(x, steps, a=3.4445, b=-4.7750, c=2.0315):
    """On the singular values: the iteration leaves the singular vectors alone."""
    u, s, vt = np.linalg.svd(x, full_matrices=False)
    s = s / np.linalg.norm(s)
    for _ in range(steps):
        s = a * s + b * s ** 3 + c * s ** 5
    return u @ np.diag(s) @ vt


def polar(x):
    u, _, vt = np.linalg.svd(x, full_matrices=False)
    return u @ vt


def power(matrix, exponent):
    values, vectors = np.linalg.eigh(matrix)
    return vectors @ np.diag(values ** exponent) @ vectors.T


class UpdateEquations(unittest.TestCase):
    def close(self, actual, expected, tolerance=1e-10):
        np.testing.assert_allclose(actual, expected, rtol=tolerance, atol=tolerance)

    def test_sgd_heavy_ball_nesterov(self):
        start, gradients = problem()
        for mu, nesterov in ((0.0, False), (0.9, False), (0.9, True)):
            w, v = start, np.zeros_like(start)
            for g in gradients:
                g = g + 0.01 * w
                v = mu * v + g
                w = w - 0.1 * (g + mu * v if nesterov else v)
            actual, _ = run(first_order.SGD, start, gradients, lr=0.1, momentum=mu, nesterov=nesterov, weight_decay=0.01)
            self.close(actual, w)

    def test_adamw_and_nadamw(self):
        start, gradients = problem(seed=1)
        for kind, nesterov in ((first_order.AdamW, False), (first_order.NadamW, True)):
            actual, _ = run(kind, start, gradients, lr=0.02, beta1=0.8, beta2=0.95, eps=1e-8, weight_decay=0.1)
            self.close(actual, adam(start, gradients, 0.02, 0.8, 0.95, 1e-8, 0.1, nesterov))

    def test_adamw_is_that_of_torch(self):
        start, gradients = problem(seed=1)
        parameter = torch.nn.Parameter(torch.from_numpy(start.copy()))
        reference = torch.optim.AdamW([parameter], lr=0.02, betas=(0.8, 0.95), eps=1e-8, weight_decay=0.1)
        for gradient in gradients:
            parameter.grad = torch.from_numpy(gradient.copy())
            reference.step()
        actual, _ = run(first_order.AdamW, start, gradients, lr=0.02, beta1=0.8, beta2=0.95, eps=1e-8, weight_decay=0.1)
        self.close(actual, parameter.detach().numpy())

    def test_lion_k(self):
        start, gradients = problem(seed=2)
        directions = {"l1": np.sign, "l2": lambda c: c / np.linalg.norm(c),
                      "rows": lambda c: c / np.linalg.norm(c, axis=1, keepdims=True)}
        for kernel, direction in directions.items():
            w, m = start, np.zeros_like(start)
            for g in gradients:
                c = 0.9 * m + 0.1 * g
                w = w - 0.01 * (direction(c) + 0.3 * w)
                m = 0.99 * m + 0.01 * g
            actual, _ = run(first_order.LionK, start, gradients, lr=0.01, beta1=0.9, beta2=0.99, weight_decay=0.3,
                            kernel=kernel)
            self.close(actual, w)
        lion, _ = run(first_order.Lion, start, gradients, lr=0.01, beta1=0.9, beta2=0.99, weight_decay=0.3)
        lion_k, _ = run(first_order.LionK, start, gradients, lr=0.01, beta1=0.9, beta2=0.99, weight_decay=0.3,
                        kernel="l1")
        self.close(lion, lion_k, 0)

    def test_muon(self):
        for shape in ((4, 6), (6, 4)):
            start, gradients = problem(shape, seed=3)
            w, m = start, np.zeros_like(start)
            for g in gradients:
                m = 0.9 * m + g
                w = w * (1 - 0.02 * 0.1) - 0.02 * math.sqrt(max(1, shape[0] / shape[1])) * quintic(g + 0.9 * m, 5)
            actual, _ = run(orthogonal.Muon, start, gradients, lr=0.02, momentum=0.9, weight_decay=0.1)
            self.close(actual, w, 1e-8)

    def test_normuon(self):
        start, gradients = problem(seed=4)
        w, m, v = start, np.zeros_like(start), np.zeros(4)
        for g in gradients:
            m = 0.9 * m + 0.1 * g
            o = quintic(m, 5)
            v = 0.8 * v + 0.2 * (o ** 2).mean(axis=1)
            o = o / (np.sqrt(v) + 1e-8)[:, None]
            w = w * (1 - 0.02 * 0.1) - 0.2 * 0.02 * math.sqrt(24) / np.linalg.norm(o) * o
        actual, _ = run(orthogonal.NorMuon, start, gradients, lr=0.02, momentum=0.9, beta2=0.8, weight_decay=0.1)
        self.close(actual, w, 1e-8)

    def test_turbo_muon(self):
        start, gradients = problem(seed=5)
        w, m = start, np.zeros_like(start)
        for g in gradients:
            m = 0.9 * m + g
            x = g + 0.9 * m
            x = x / np.sqrt(np.abs(x @ x.T).sum(axis=1))[:, None]
            u, s, vt = np.linalg.svd(x, full_matrices=False)
            self.assertLessEqual(s.max(), 1 + 1e-12)
            for _ in range(4):
                s = 3.4445 * s - 4.7750 * s ** 3 + 2.0315 * s ** 5
            w = w - 0.02 * (u @ np.diag(s) @ vt)
        actual, _ = run(orthogonal.TurboMuon, start, gradients, lr=0.02, momentum=0.9)
        self.close(actual, w, 1e-8)

    def test_swan(self):
        start, gradients = problem(seed=6)
        w = start
        for g in gradients:
            n = (g - g.mean(axis=1, keepdims=True)) / (g.std(axis=1, keepdims=True) + 1e-8)
            update = power(n @ n.T, -0.5) @ n
            w = w * (1 - 0.01 * 0.1) - 0.01 * np.linalg.norm(n) / np.linalg.norm(update) * update
        actual, _ = run(low_memory.SWAN, start, gradients, lr=0.01, whitening_steps=60, weight_decay=0.1)
        self.close(actual, w, 1e-6)

    def test_apollo_and_mini(self):
        start, gradients = problem(seed=7)
        for kind, rank, mini in ((low_memory.Apollo, 2, False), (low_memory.ApolloMini, 1, True)):
            settings = {"lr": 0.01, "scale": 2.0, "refresh": 3, "weight_decay": 0.1, "seed": 5}
            if not mini:
                settings["rank"] = rank
            w, m, v, before = start, 0.0, 0.0, None
            for t, g in enumerate(gradients, 1):
                generator = low_memory.derived_generator(5, 0, (t - 1) // 3)
                p = (torch.randn(rank, 4, generator=generator).numpy() / np.float32(math.sqrt(rank))).astype(np.float64)
                r = p @ g
                m, v = 0.9 * m + 0.1 * r, 0.999 * v + 0.001 * r * r
                d = (m / (1 - 0.9 ** t)) / (np.sqrt(v / (1 - 0.999 ** t)) + 1e-8)
                factor = np.linalg.norm(d) / np.linalg.norm(r) if mini else \
                    np.linalg.norm(d, axis=0) / np.linalg.norm(r, axis=0)
                u = 2.0 * g * factor
                norm = np.linalg.norm(u)
                if before is not None and norm > 1.01 * before:
                    u, norm = u * (1.01 * before / norm), 1.01 * before
                before = norm
                w = w * (1 - 0.01 * 0.1) - 0.01 * u
            actual, _ = run(kind, start, gradients, **settings)
            self.close(actual, w, 1e-6)

    def test_frugal(self):
        start, gradients = problem(seed=8)
        w = start
        for t, g in enumerate(gradients, 1):
            columns = low_memory.Frugal.columns({"seed": 5, "refresh": 3, "density": 0.5}, 0, t, 6, "cpu").numpy()
            self.assertEqual(len(columns), 3)
            since = (t - 1) % 3 + 1
            if since == 1:
                m = v = np.zeros((4, 3))
            part = g[:, columns]
            m, v = 0.9 * m + 0.1 * part, 0.999 * v + 0.001 * part ** 2
            u = 0.5 * np.sign(g)
            u[:, columns] = (m / (1 - 0.9 ** since)) / (np.sqrt(v / (1 - 0.999 ** since)) + 1e-8)
            w = w * (1 - 0.01 * 0.1) - 0.01 * u
        actual, _ = run(low_memory.Frugal, start, gradients, lr=0.01, density=0.5, free_lr_factor=0.5, refresh=3,
                        weight_decay=0.1, seed=5)
        self.close(actual, w)

    def test_shampoo(self):
        start, gradients = problem((4, 4), seed=9, steps=5)
        w, m, v, left, right = start, 0.0, 0.0, np.zeros((4, 4)), np.zeros((4, 4))
        for t, g in enumerate(gradients, 1):
            m, v = 0.9 * m + 0.1 * g, 0.8 * v + 0.2 * g * g
            left, right = 0.8 * left + 0.2 * g @ g.T, 0.8 * right + 0.2 * g.T @ g
            c = 1 - 0.8 ** t
            graft = (m / (1 - 0.9 ** t)) / (np.sqrt(v / c) + 1e-8)
            d = power(left / c, -0.25) @ (m / (1 - 0.9 ** t)) @ power(right / c, -0.25)
            w = w * (1 - 0.01 * 0.1) - 0.01 * d * np.linalg.norm(graft) / np.linalg.norm(d)
        actual, _ = run(second_order.Shampoo, start, gradients, lr=0.01, beta1=0.9, beta2=0.8, frequency=1,
                        weight_decay=0.1)
        self.close(actual, w, 1e-6)

    def test_soap(self):
        start, gradients = problem((4, 4), seed=10)  # square: a factor without full rank has no unique basis
        w, m, v = start, np.zeros_like(start), np.zeros_like(start)
        first = gradients[0]
        left, right = 0.2 * first @ first.T, 0.2 * first.T @ first
        ql, qr = (torch.linalg.eigh(torch.from_numpy(f))[1].flip(1).numpy() for f in (left, right))
        for t, g in enumerate(gradients[1:], 1):
            rotated = ql.T @ g @ qr
            m, v = 0.9 * m + 0.1 * g, 0.8 * v + 0.2 * rotated ** 2
            n = ((ql.T @ m @ qr) / (1 - 0.9 ** t)) / (np.sqrt(v / (1 - 0.8 ** t)) + 1e-8)
            w = w * (1 - 0.01 * 0.1) - 0.01 * ql @ n @ qr.T
            left, right = 0.8 * left + 0.2 * g @ g.T, 0.8 * right + 0.2 * g.T @ g
            if t % 2 == 0:
                order = np.argsort(-np.diag(ql.T @ left @ ql), kind="stable")
                v, ql = v[order], np.linalg.qr(left @ ql[:, order])[0]
                order = np.argsort(-np.diag(qr.T @ right @ qr), kind="stable")
                v, qr = v[:, order], np.linalg.qr(right @ qr[:, order])[0]
        actual, _ = run(second_order.SOAP, start, gradients, lr=0.01, beta1=0.9, beta2=0.8, frequency=2, weight_decay=0.1)
        self.close(actual, w, 1e-6)

    def test_schedule_free(self):
        start, gradients = problem(seed=11)
        x = z = y = start
        v, total = np.zeros_like(start), 0.0
        for t, g in enumerate(gradients, 1):
            v = 0.95 * v + 0.05 * g * g
            z = z - 0.02 * (g / (np.sqrt(v / (1 - 0.95 ** t)) + 1e-8) + 0.1 * y)
            total += 0.02 ** 2
            x = x + 0.02 ** 2 / total * (z - x)
            y = 0.1 * z + 0.9 * x
        actual, optimizer = run(schedule_free.ScheduleFreeAdamW, start, gradients, lr=0.02, beta1=0.9, beta2=0.95,
                                weight_decay=0.1)
        self.close(actual, y)
        parameter = parameters_of(optimizer)[0]
        before = parameter.detach().clone()
        with optimizer.evaluation():
            self.close(parameter.detach().numpy(), x)
        self.assertTrue(torch.equal(before, parameter.detach()))

    def test_mezo(self):
        start, _ = problem()
        target = torch.ones(4, 6, dtype=torch.float64)
        parameter = torch.nn.Parameter(torch.from_numpy(start.copy()))
        optimizer = zeroth_order.MeZO([{"params": [parameter]}], lr=0.01, perturbation=1e-3, weight_decay=0.0, seed=4)
        w = start
        for step in range(1, 4):
            z = torch.randn((4, 6), generator=low_memory.derived_generator(4, step, 0), dtype=torch.float64).numpy()
            slope = (((w + 1e-3 * z - 1) ** 2).sum() - ((w - 1e-3 * z - 1) ** 2).sum()) / 2e-3
            w = w - 0.01 * slope * z
            optimizer.step(lambda: ((parameter - target) ** 2).sum())
        self.close(parameter.detach().numpy(), w, 1e-9)
        self.assertEqual((optimizer.forward_passes, optimizer.gradient_calls, optimizer.updates), (6, 0, 3))

    def test_eggroll(self):
        start, _ = problem()
        parameter = torch.nn.Parameter(torch.from_numpy(start.copy()))
        optimizer = zeroth_order.Eggroll([{"params": [parameter]}], lr=0.1, sigma=0.02, rank=1, population=8, seed=4)
        optimizer.step(lambda: ((parameter - 1) ** 2).sum())
        noises, losses = [], []
        for pair in range(4):
            generator = low_memory.derived_generator(4, 1, pair, 0)
            a = torch.randn(4, 1, generator=generator, dtype=torch.float64).numpy()
            b = torch.randn(6, 1, generator=generator, dtype=torch.float64).numpy()
            self.assertEqual(np.linalg.matrix_rank(a @ b.T), 1)
            for sign in (1, -1):
                noises.append(sign * a @ b.T)
                losses.append(((start + 0.02 * sign * a @ b.T - 1) ** 2).sum())
        fitness = (np.array(losses) - np.mean(losses)) / np.std(losses)
        w = start - 0.1 / 8 * sum(f * e for f, e in zip(fitness, noises))
        self.close(parameter.detach().numpy(), w, 1e-9)
        self.assertEqual(optimizer.forward_passes, 8)


class Properties(unittest.TestCase):
    def test_muon_orthogonality_error(self):
        generator = torch.Generator().manual_seed(0)
        for shape in ((64, 128), (128, 64), (96, 96)):
            matrix = torch.randn(shape, generator=generator)
            plain = orthogonal.orthogonality_error(orthogonal.newton_schulz(matrix, 5))
            turbo = orthogonal.orthogonality_error(orthogonal.turbo_newton_schulz(matrix, 4))
            cubic = (1.5, -0.5, 0.0)  # monotone, so that errors after the same number of steps compare the starts
            slow = orthogonal.orthogonality_error(orthogonal.newton_schulz(matrix, 4, cubic))
            fast = orthogonal.orthogonality_error(orthogonal.turbo_newton_schulz(matrix, 4, cubic))
            self.assertLess(fast, slow)
            self.assertLess(plain, 0.3)
            self.assertLess(turbo, 0.3)
            if shape != (96, 96):
                spectrum = torch.linalg.svdvals(orthogonal.newton_schulz(matrix, 5))
                self.assertGreater(spectrum.min().item(), 0.6)
                self.assertLess(spectrum.max().item(), 1.25)

    def test_cubic_newton_schulz_is_the_polar_factor_from_below(self):
        matrix = torch.randn(16, 32, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
        factor = orthogonal.newton_schulz(matrix, 40, (1.5, -0.5, 0.0))
        np.testing.assert_allclose(factor.numpy(), polar(matrix.numpy()), atol=1e-10)
        for steps in range(1, 12):
            x = orthogonal.newton_schulz(matrix, steps, (1.5, -0.5, 0.0))
            self.assertLessEqual(torch.linalg.svdvals(x).max().item(), 1 + 1e-12)

    def test_lion_k_bounds(self):
        """Within lr of the bound 1/lambda for ever, and from outside the excess shrinks by (1 - lr lambda) a step."""
        norms = {"l1": lambda w: w.abs().max(), "l2": lambda w: w.norm(), "rows": lambda w: w.norm(dim=1).max(),
                 "nuclear": lambda w: torch.linalg.svdvals(w).max()}
        generator = torch.Generator().manual_seed(2)
        lr, decay = 0.1, 2.0
        for kernel, norm in norms.items():
            parameter = torch.nn.Parameter(5 * torch.randn(6, 8, generator=generator, dtype=torch.float64))
            optimizer = first_order.LionK([{"params": [parameter]}], lr=lr, weight_decay=decay, kernel=kernel)
            excess = norm(parameter.detach()).item() - 1 / decay
            for _ in range(80):
                parameter.grad = torch.randn(6, 8, generator=generator, dtype=torch.float64)
                optimizer.step()
                now = norm(parameter.detach()).item() - 1 / decay
                self.assertLessEqual(now, max(0.0, excess) * (1 - lr * decay) + 1e-12)
                excess = now
            self.assertLessEqual(excess, 1e-6)

    def test_whitening_limit(self):
        matrix = torch.randn(5, 9, generator=torch.Generator().manual_seed(3), dtype=torch.float64)
        white = low_memory.inverse_square_root_apply(matrix, 80)
        np.testing.assert_allclose((white @ white.t()).numpy(), np.eye(5), atol=1e-8)

    def test_dynamic_map_and_block_error(self):
        for signed in (True, False):
            levels = blockwise.dynamic_map(signed)
            self.assertEqual(levels.numel(), 256)
            self.assertEqual(levels.unique().numel(), 256)
            self.assertEqual(levels.max().item(), 1.0)
            self.assertTrue((levels == 0).any())
        tensor = torch.randn(1000, generator=torch.Generator().manual_seed(4))
        stored = blockwise.quantize(tensor, 256)
        self.assertEqual((stored["codes"].dtype, stored["codes"].numel(), stored["scale"].numel()), (torch.uint8, 1000, 4))
        scale = stored["scale"].repeat_interleave(256)[:1000]
        error = ((blockwise.dequantize(stored) - tensor).abs() / scale).max().item()
        self.assertLess(error, 0.015)

    def test_state_bytes(self):
        """Bytes for one float32 matrix [64, 128] in the matrix group: moments of 32 768 bytes each, and what else is kept."""
        full = 64 * 128 * 4
        projected = 8 * 128 * 4
        expected = {
            "sgd": 0, "heavy-ball": full, "nesterov": full, "adamw": 2 * full, "nadamw": 2 * full, "lion": full,
            "lion-k": full, "muon": full, "normuon": full + 64 * 4, "turbo-muon": full, "swan": 0,
            "apollo": 2 * projected, "apollo-mini": 2 * 128 * 4, "frugal": 2 * 64 * 32 * 4,
            "soap": 2 * full + 2 * (64 * 64 + 128 * 128) * 4, "shampoo": 2 * full + 2 * (64 * 64 + 128 * 128) * 4,
            "schedule-free-adamw": 2 * full, "adamw-8bit": 2 * (64 * 128 + 64 * 128 // 256 * 4), "mezo": 0, "eggroll": 0}
        self.assertEqual(set(expected), set(oa.names()))
        for name, size in expected.items():
            torch.manual_seed(0)
            model = torch.nn.Linear(128, 64, bias=False)
            inputs = torch.randn(8, 128)
            optimizer = oa.create(name, model)
            for _ in range(2):
                if optimizer.forward_only:
                    optimizer.step(lambda: model(inputs).square().mean())
                else:
                    model(inputs).square().mean().backward()
                    optimizer.step()
            self.assertEqual(oa.state_bytes(optimizer), size, name)

    def test_every_algorithm_converges(self):
        """A small regression: the loss falls to the stated share of its start in 150 steps with a stated learning rate."""
        rates = {"sgd": 0.1, "heavy-ball": 0.05, "nesterov": 0.02, "adamw": 1e-2, "nadamw": 1e-2, "lion": 3e-3,
                 "lion-k": 1e-2, "muon": 0.02, "normuon": 1e-2, "turbo-muon": 0.02, "swan": 1e-2, "apollo": 1e-2,
                 "apollo-mini": 1e-3, "frugal": 1e-2, "soap": 1e-2, "shampoo": 1e-2, "schedule-free-adamw": 2e-2,
                 "adamw-8bit": 1e-2, "mezo": 3e-3, "eggroll": 0.05}
        generator = torch.Generator().manual_seed(1)
        inputs = torch.randn(256, 8, generator=generator)
        labels = torch.tanh(inputs[:, :1]) + 0.5 * inputs[:, 1:2]
        for name in oa.names():
            torch.manual_seed(0)
            model = torch.nn.Sequential()
            model.add_module("body", torch.nn.Sequential(torch.nn.Linear(8, 16), torch.nn.Tanh()))
            model.add_module("head", torch.nn.Sequential(torch.nn.Linear(16, 1)))
            optimizer = oa.create(name, model, {"lr": rates[name]}, seed=3)

            def loss():
                return (model(inputs) - labels).square().mean()
            start = loss().item()
            for _ in range(150):
                if optimizer.forward_only:
                    optimizer.step(loss)
                else:
                    model.zero_grad()
                    loss().backward()
                    optimizer.step()
            with optimizer.evaluation():
                end = loss().item()
            self.assertLess(end, (0.8 if optimizer.forward_only else 0.25) * start, name)

    def test_exported_state_goes_on_bit_identically(self):
        for name in oa.names():
            results = []
            for interrupted in (False, True):
                torch.manual_seed(0)
                model = torch.nn.Sequential(torch.nn.Linear(80, 64), torch.nn.Tanh(), torch.nn.Linear(64, 80))
                inputs = torch.randn(4, 80)
                optimizer = oa.create(name, model, seed=3)
                for step in range(4):
                    if interrupted and step == 2:
                        exported = oa.export_state(optimizer)
                        optimizer = oa.create(name, model, seed=3)
                        oa.import_state(optimizer, exported)

                    def loss():
                        return (model(inputs) - inputs).square().mean()
                    if optimizer.forward_only:
                        optimizer.step(loss)
                    else:
                        model.zero_grad()
                        loss().backward()
                        optimizer.step()
                results.append(torch.cat([p.detach().flatten() for p in model.parameters()]))
            self.assertTrue(torch.equal(*results), name)

    def test_unknown_names_are_refused_with_a_hint(self):
        with self.assertRaisesRegex(ValueError, "Maybe 'muon' was meant"):
            oa.description("muonn")
        with self.assertRaisesRegex(ValueError, "momentum"):
            oa.create("adamw", torch.nn.Linear(2, 2), {"momentum": 0.9})


class Schedules(unittest.TestCase):
    def test_warm_up_and_decay(self):
        linear = [schedules.factor("linear", s, 10, 0.2) for s in range(10)]
        np.testing.assert_allclose(linear, [0.5, 1.0, 1.0, 7 / 8, 6 / 8, 5 / 8, 4 / 8, 3 / 8, 2 / 8, 1 / 8])
        self.assertAlmostEqual(schedules.factor("cosine", 5, 10), 0.5)
        self.assertEqual(schedules.factor("constant", 9, 10), 1.0)

    def test_refinement_of_constant_norms_is_linear_decay(self):
        """Defazio et al. (2023): with constant gradient norms the refined schedule is linear decay to 0."""
        refined = schedules.refine([2.0] * 11, smoothing=0)
        np.testing.assert_allclose(refined, np.arange(10, -1, -1) / 10)

    def test_refinement_by_hand(self):
        # norms 2, 1, 1: w = 1/4, 1, 1 (relative), eta = w_t * sum of later w = 1/2, 1, 0
        np.testing.assert_allclose(schedules.refine([2.0, 1.0, 1.0], smoothing=0), [0.5, 1.0, 0.0])


if __name__ == "__main__":
    unittest.main()
