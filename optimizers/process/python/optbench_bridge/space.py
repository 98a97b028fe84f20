"""The search space of the first message: conditions, forbidden combinations, defaults."""


def active(parameter, configuration):
    """Whether a parameter is active beside the values chosen so far; parents come first in the list of parameters."""
    return "active_when" not in parameter or holds(parameter["active_when"], configuration)


def holds(condition, configuration):
    kind = condition["type"]
    if kind == "all_of":
        return all(holds(part, configuration) for part in condition["parts"])
    if kind == "any_of":
        return any(holds(part, configuration) for part in condition["parts"])
    if condition["parameter"] not in configuration:
        return False
    value = configuration[condition["parameter"]]
    if kind == "one_of":
        return value in condition["values"]
    if kind == "none_of":
        return value not in condition["values"]
    if condition["choices"]:
        value = condition["choices"].index(value)
    lower, upper = condition.get("lower", float("-inf")), condition.get("upper", float("inf"))
    return lower <= value <= upper if condition["inclusive"] else lower < value < upper


def forbidden(space, configuration):
    return any(holds(combination, configuration) for combination in space["forbidden"])


def refuse(space, kinds, conditional=True):
    """Raises ValueError when the space holds what an adapter cannot do."""
    for parameter in space["parameters"]:
        if parameter["type"] not in kinds:
            raise ValueError(f"parameter {parameter['name']!r} is {parameter['type']}, which this adapter does not handle")
        if not conditional and "active_when" in parameter:
            raise ValueError(f"parameter {parameter['name']!r} is conditional, which this adapter does not handle")
    if space["forbidden"]:
        raise ValueError("the space has forbidden combinations, which this adapter does not handle")
