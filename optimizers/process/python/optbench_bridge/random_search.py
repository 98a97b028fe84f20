"""Random search with the standard library alone: the smallest complete optimizer, and the one to start your own from."""

import math
import random

from . import space as spaces

TRIES = 100_000


class RandomSearch:
    def __init__(self, start):
        self.space, self.random = start["problem"]["space"], random.Random(start["seed"])

    def ask(self, at_most, pending):
        return [{"configuration": self.sample()} for _ in range(at_most)]

    def tell(self, trial):
        pass

    def sample(self):
        for _ in range(TRIES):
            configuration = {}
            for parameter in self.space["parameters"]:
                if spaces.active(parameter, configuration):
                    configuration[parameter["name"]] = self.value(parameter)
            if not spaces.forbidden(self.space, configuration):
                return configuration
        raise ValueError(f"{TRIES} samples in a row are forbidden")

    def value(self, parameter):
        kind = parameter["type"]
        if kind in ("categorical", "ordinal"):
            return self.random.choice(parameter["choices"])
        if kind == "permutation":
            order = list(range(parameter["size"]))
            self.random.shuffle(order)
            return order
        lower, upper = parameter["lower"], parameter["upper"]
        if kind == "int" and not parameter["log"]:
            return self.random.randint(lower, upper)
        if parameter["log"]:
            value = math.exp(self.random.uniform(math.log(lower), math.log(upper)))
        else:
            value = self.random.uniform(lower, upper)
        value = min(max(value, lower), upper)
        return int(round(value)) if kind == "int" else value


create = RandomSearch
