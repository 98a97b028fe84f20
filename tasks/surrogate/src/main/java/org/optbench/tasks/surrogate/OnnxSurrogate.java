package org.optbench.tasks.surrogate;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The surrogate of a scenario: one session of ONNX Runtime that computes on the thread which asks. Safe for several threads: each call borrows tensors
 * of the right number of rows, which are kept for the next call, so that a prediction allocates little beside its result.
 */
final class OnnxSurrogate {

    /** Rows computed in one pass; more are cut into passes, so that the tensors kept stay small. */
    static final int LARGEST_PASS = 256;

    private static final String CATEGORIES = "x_cat";
    private static final String NUMBERS = "x_cont";
    private static final String OUTPUT = "output";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int numbers;
    private final int categories;
    private final int outputs;
    private final Map<Integer, ConcurrentLinkedQueue<Pass>> idle = new ConcurrentHashMap<>();

    private OnnxSurrogate(OrtEnvironment environment, OrtSession session, Scenario scenario) {
        this.environment = environment;
        this.session = session;
        numbers = scenario.continuous().size();
        categories = scenario.categorical().size();
        outputs = scenario.outputs().size();
    }

    /**
     * Loads a surrogate.
     *
     * @throws IllegalArgumentException when the file is no ONNX model or not the surrogate of the scenario
     */
    static OnnxSurrogate load(Path file, Scenario scenario) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "optbench");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            OrtSession session = environment.createSession(file.toString(), options);
            OnnxSurrogate surrogate = new OnnxSurrogate(environment, session, scenario);
            surrogate.requireShape(file, scenario);
            return surrogate;
        } catch (OrtException e) {
            throw new IllegalArgumentException(file + " is not a readable ONNX model: " + e.getMessage(), e);
        }
    }

    private void requireShape(Path file, Scenario scenario) throws OrtException {
        boolean fits = session.getNumInputs() == 2 && session.getNumOutputs() == 1 && fits(session.getInputInfo(), CATEGORIES, OnnxJavaType.INT32, categories)
                && fits(session.getInputInfo(), NUMBERS, OnnxJavaType.FLOAT, numbers)
                && fits(session.getOutputInfo(), OUTPUT, OnnxJavaType.FLOAT, outputs);
        if (!fits) {
            String found = session.getInputInfo() + " -> " + session.getOutputInfo();
            session.close();
            throw new IllegalArgumentException(file + " is not the surrogate of " + scenario.name() + ", which takes int " + CATEGORIES + "[n][" + categories
                    + "] and float " + NUMBERS + "[n][" + numbers + "] and gives float " + OUTPUT + "[n][" + outputs + "]: found " + found);
        }
    }

    private static boolean fits(Map<String, ai.onnxruntime.NodeInfo> nodes, String name, OnnxJavaType type, int width) {
        ai.onnxruntime.NodeInfo node = nodes.get(name);
        return node != null && node.getInfo() instanceof TensorInfo tensor && tensor.type == type && tensor.getShape().length == 2
                && tensor.getShape()[1] == width;
    }

    /**
     * Predicts rows.
     *
     * @param numberRows   {@code [rows * continuous inputs]}
     * @param categoryRows {@code [rows * categorical inputs]}
     * @return {@code [rows * outputs]}
     * @throws IllegalStateException when ONNX Runtime fails
     */
    float[] predict(float[] numberRows, int[] categoryRows, int rows) {
        if (numberRows.length != rows * numbers || categoryRows.length != rows * categories) {
            throw new IllegalArgumentException("Rows " + rows + " with " + numberRows.length + " numbers and " + categoryRows.length
                    + " categories: " + numbers + " and " + categories + " a row are needed.");
        }
        float[] predicted = new float[rows * outputs];
        try {
            for (int first = 0; first < rows; first += LARGEST_PASS) {
                int count = Math.min(LARGEST_PASS, rows - first);
                ConcurrentLinkedQueue<Pass> passes = idle.computeIfAbsent(count, _ -> new ConcurrentLinkedQueue<>());
                Pass borrowed = passes.poll();
                Pass pass = borrowed == null ? new Pass(count) : borrowed;
                pass.run(numberRows, categoryRows, first, predicted);
                passes.add(pass);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + rows + " rows: " + e.getMessage(), e);
        }
        return predicted;
    }

    /** Tensors over buffers outside the heap for a number of rows; used by one thread at a time. */
    private final class Pass {

        private final int rows;
        private final FloatBuffer numberBuffer;
        private final IntBuffer categoryBuffer;
        private final FloatBuffer outputBuffer;
        private final Map<String, OnnxTensor> inputs;
        private final Map<String, OnnxTensor> output;

        Pass(int rows) throws OrtException {
            this.rows = rows;
            numberBuffer = direct(rows * numbers).asFloatBuffer();
            categoryBuffer = direct(rows * categories).asIntBuffer();
            outputBuffer = direct(rows * outputs).asFloatBuffer();
            inputs = Map.of(NUMBERS, OnnxTensor.createTensor(environment, numberBuffer, new long[]{rows, numbers}), CATEGORIES,
                    OnnxTensor.createTensor(environment, categoryBuffer, new long[]{rows, categories}));
            output = Map.of(OUTPUT, OnnxTensor.createTensor(environment, outputBuffer, new long[]{rows, outputs}));
        }

        void run(float[] numberRows, int[] categoryRows, int first, float[] predicted) throws OrtException {
            numberBuffer.put(0, numberRows, first * numbers, rows * numbers);
            categoryBuffer.put(0, categoryRows, first * categories, rows * categories);
            try (OrtSession.Result _ = session.run(inputs, java.util.Set.of(), output)) {
                outputBuffer.get(0, predicted, first * outputs, rows * outputs);
            }
        }

        private static ByteBuffer direct(int values) {
            return ByteBuffer.allocateDirect(values * Float.BYTES).order(ByteOrder.nativeOrder());
        }
    }

    /** The values of one row. */
    static float[] row(float[] predicted, int row, int outputs) {
        return Arrays.copyOfRange(predicted, row * outputs, (row + 1) * outputs);
    }
}
