package org.optbench.tasks.synthetic.decorator;

import java.util.List;
import org.optbench.model.task.Suggest;

/**
 * The arguments of a decorator with clear refusals.
 *
 * @param decorator id for messages
 * @param usage     how the decorator is written
 */
record Arguments(String decorator, String usage, List<String> values) {

    Arguments {
        values = List.copyOf(values);
    }

    /** Refuses a wrong number of arguments. */
    Arguments requireCount(int least, int most) {
        if (values.size() < least || values.size() > most) {
            throw refusal("has " + values.size() + " arguments " + values + ": it takes " + least + (least == most ? "" : " to " + most));
        }
        return this;
    }

    /** The argument at a place if there is one. */
    String text(int index, String otherwise) {
        return index < values.size() ? values.get(index) : otherwise;
    }

    /** The argument at a place as one of several words. */
    String choice(int index, String otherwise, List<String> choices) {
        String given = text(index, otherwise);
        if (!choices.contains(given)) {
            throw new IllegalArgumentException(
                    "Decorator '" + decorator + "' has the argument '" + given + "': it must be one of " + choices + ". "
                            + Suggest.hint(given, choices, "write " + usage + "."));
        }
        return given;
    }

    /** The argument at a place as a number in [least, most]. */
    double number(int index, double otherwise, double least, double most) {
        if (index >= values.size()) {
            return otherwise;
        }
        double number;
        try {
            number = Double.parseDouble(values.get(index));
        } catch (NumberFormatException e) {
            throw refusal("has the argument '" + values.get(index) + "': it must be a number");
        }
        if (!(number >= least && number <= most)) {
            throw refusal("has the argument " + number + ": it must lie in [" + least + ", " + most + "]");
        }
        return number;
    }

    IllegalArgumentException refusal(String what) {
        return new IllegalArgumentException("Decorator '" + decorator + "' " + what + ". Maybe write " + usage + ".");
    }
}
