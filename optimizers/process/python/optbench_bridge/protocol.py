"""The process protocol, version 1: a line of JSON in, a line of JSON out.

An optimizer is an object with ``ask(at_most, pending)``, which returns a list of suggestions (dictionaries with
``configuration`` and perhaps ``fidelity`` and ``tag``), ``None`` to wait, or a string to say why there is nothing any more,
and ``tell(trial)``, which is given a dictionary. ``report(trial)`` may return ``"stop"`` or ``"pause"``.
``serve(create)`` calls ``create(start)`` with the first message and then answers until its input ends.
"""

import json
import os
import sys
import traceback

VERSION = 1


def numbers(values):
    """Values of a message as floats: infinities and NaN come as text."""
    return [float(value) for value in values]


def serve(create):
    # What a library prints must not get between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    optimizer = None
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            message = json.loads(line)
            operation = message["op"]
            if operation == "start":
                if message["protocol"] != VERSION:
                    raise ValueError(f"version {message['protocol']} of the protocol is not spoken here, only {VERSION}")
                optimizer = create(message)
                answer = {"protocol": VERSION, "reports": hasattr(optimizer, "report")}
            elif operation == "ask":
                answer = _asked(optimizer.ask(message["at_most"], message["pending"]))
            elif operation == "tell":
                optimizer.tell(message)
                answer = {}
            elif operation == "report":
                answer = {"verdict": optimizer.report(message) or "continue"}
            else:
                raise ValueError(f"operation {operation!r} is not known")
        except Exception as error:
            traceback.print_exc()
            answer = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _asked(result):
    if result is None:
        return {"wait": True}
    if isinstance(result, str):
        return {"exhausted": result}
    return {"suggestions": result}
