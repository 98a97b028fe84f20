package org.optbench.tasks.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.optbench.model.Direction;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;

/**
 * Tables over one search space.
 *
 * @param name       second segment of the ids, also the folder of the files
 * @param about      what was recorded, with the paper
 * @param metric     name of the objective
 * @param parameters in alphabetical order, as the keys of the tables have them; the position of a choice is its digit in the key
 * @param tables     names of the tables, also of their files
 */
record TableFamily(String name, String about, String metric, Direction direction, List<Parameter> parameters, List<String> tables) {

    private static final List<String> ACTIVATIONS = List.of("relu", "tanh");
    private static final List<String> DROPOUTS = List.of("0.0", "0.3", "0.6");
    private static final List<String> UNITS = List.of("16", "32", "64", "128", "256", "512");
    private static final List<String> OPERATIONS = List.of("none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3");

    TableFamily {
        parameters = List.copyOf(parameters);
        tables = List.copyOf(tables);
    }

    static List<TableFamily> all() {
        return List.of(hpobench(), hpolib(), nasbench201());
    }

    /** Number of configurations. */
    int rows() {
        return (int) parameters.stream().mapToDouble(Parameter::cardinality).reduce(1, (a, b) -> a * b);
    }

    private static TableFamily hpobench() {
        return new TableFamily("hpobench",
                "multilayer perceptrons on OpenML data, five seeds each (Eggensperger et al., HPOBench, NeurIPS Datasets and Benchmarks 2021)", "accuracy",
                Direction.MAXIMIZE,
                List.of(OrdinalParameter.of("alpha", logSpaced(-8, 0)),
                        OrdinalParameter.of("batch_size", "4", "6", "10", "16", "25", "40", "64", "101", "161", "256"),
                        OrdinalParameter.of("depth", "1", "2", "3"),
                        OrdinalParameter.of("learning_rate_init", logSpaced(-5, 0)),
                        OrdinalParameter.of("width", "16", "25", "40", "64", "101", "161", "256", "406", "645", "1024")),
                List.of("australian", "blood_transfusion", "car", "credit_g", "kc1", "phoneme", "segment", "vehicle"));
    }

    private static TableFamily hpolib() {
        return new TableFamily("hpolib",
                "two-layer networks for regression, four seeds each (Klein and Hutter, Tabular Benchmarks for Joint Architecture and Hyperparameter"
                        + " Optimization, 2019)",
                "validation_error", Direction.MINIMIZE,
                List.of(CategoricalParameter.of("activation_fn_1", ACTIVATIONS), CategoricalParameter.of("activation_fn_2", ACTIVATIONS),
                        OrdinalParameter.of("batch_size", "8", "16", "32", "64"), OrdinalParameter.of("dropout_1", DROPOUTS),
                        OrdinalParameter.of("dropout_2", DROPOUTS), OrdinalParameter.of("init_lr", "0.0005", "0.001", "0.005", "0.01", "0.05", "0.1"),
                        CategoricalParameter.of("lr_schedule", "cosine", "const"), OrdinalParameter.of("n_units_1", UNITS),
                        OrdinalParameter.of("n_units_2", UNITS)),
                List.of("naval_propulsion", "parkinsons_telemonitoring", "protein_structure", "slice_localization"));
    }

    private static TableFamily nasbench201() {
        List<Parameter> edges = new ArrayList<>();
        for (int edge = 0; edge < 6; edge++) {
            edges.add(CategoricalParameter.of("Op" + edge, OPERATIONS));
        }
        return new TableFamily("nasbench201", "cells of six operations, up to three seeds each (Dong and Yang, NAS-Bench-201, ICLR 2020)", "accuracy",
                Direction.MAXIMIZE, edges, List.of("cifar10", "cifar100", "imagenet"));
    }

    /** Ten numbers evenly spaced on a log scale between two powers of ten, to four digits. */
    private static List<String> logSpaced(int lowest, int highest) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            numbers.add(String.format(Locale.ROOT, "%.3e", StrictMath.pow(10, lowest + (highest - lowest) * i / 9.0)));
        }
        return numbers;
    }
}
