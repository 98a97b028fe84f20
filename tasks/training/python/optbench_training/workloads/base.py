"""What a workload is: fixed data, model, loss and metric."""

import torch


class Workload:
    """One workload in one preset and variant, its data on ``device``.

    Subclasses set ``train`` and ``valid`` (tuples of tensors, first dimension the example) in ``load`` and give ``build``,
    ``loss`` and ``measure``. Data depend on nothing but the settings; initial weights are drawn on the CPU, so that every
    device starts from the same ones.
    """

    metric = "accuracy"
    evaluation_batch = 1000

    def __init__(self, name, settings, device):
        self.name, self.settings, self.device = name, settings, torch.device(device)
        self.load()
        self.train = tuple(t.to(self.device) for t in self.train)
        self.valid = tuple(t.to(self.device) for t in self.valid)

    def load(self):
        raise NotImplementedError

    def build(self, hyperparameters):
        raise NotImplementedError

    def loss(self, model, batch, hyperparameters):
        """Mean training loss of a batch, a scalar tensor."""
        raise NotImplementedError

    def measure(self, model):
        """Validation metrics by name; the caller has put the model in evaluation mode, without gradients."""
        raise NotImplementedError

    def example_count(self):
        return self.train[0].shape[0]

    def take(self, indices):
        return tuple(t[indices] for t in self.train)

    def valid_batches(self):
        for start in range(0, self.valid[0].shape[0], self.evaluation_batch):
            yield tuple(t[start:start + self.evaluation_batch] for t in self.valid)


def cross_entropy(logits, labels, hyperparameters):
    return torch.nn.functional.cross_entropy(logits, labels,
                                             label_smoothing=float(hyperparameters.get("label_smoothing", 0.0)))


def accuracy(workload, model, inputs_of=lambda batch: batch[0], labels_of=lambda batch: batch[1]):
    """Share of correct arg-max labels and mean cross-entropy over the validation set."""
    correct, loss, count = 0, 0.0, 0
    for batch in workload.valid_batches():
        logits, labels = model(inputs_of(batch)), labels_of(batch)
        correct += (logits.argmax(dim=-1) == labels).sum().item()
        loss += torch.nn.functional.cross_entropy(logits, labels, reduction="sum").item()
        count += labels.numel()
    return {"accuracy": correct / count, "validation_loss": loss / count}
