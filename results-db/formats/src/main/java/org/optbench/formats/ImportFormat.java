package org.optbench.formats;

/** Records of other platforms that can be read. */
public enum ImportFormat {
    /** Run folders of carps: {@code trial_logs.jsonl} beside {@code .hydra/config.yaml}. */
    CARPS {
        @Override
        RunSource source() {
            return new CarpsSource();
        }
    },
    /** COCO data of one objective: {@code .info} with {@code .dat} and {@code .tdat}, as a folder or packed. */
    COCO {
        @Override
        RunSource source() {
            return new CocoSource();
        }
    },
    /** HPO-B results: JSON of search space, data set, seed, best accuracy after each step. */
    HPOB {
        @Override
        RunSource source() {
            return new HpobSource();
        }
    },
    /** IOHprofiler data: {@code IOHprofiler_*.json} with {@code .dat}. */
    IOH {
        @Override
        RunSource source() {
            return new IohSource();
        }
    },
    /** A file of Optuna's storage in SQLite. */
    OPTUNA {
        @Override
        RunSource source() {
            return new OptunaSource();
        }
    };

    abstract RunSource source();

    /** The name in ids and provenance. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
