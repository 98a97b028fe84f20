package org.optbench.tasks.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.FailureKind;

class FailureClassifierTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"71|anything|OUT_OF_MEMORY", "72|anything|NOT_A_NUMBER", "69|anything|UNAVAILABLE",
            "64|anything|INVALID_SUGGESTION", "137|no last words|OUT_OF_MEMORY",
            "1|torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB|OUT_OF_MEMORY",
            "1|RuntimeError: [enforce fail at alloc_cpu.cpp:75] DefaultCPUAllocator: can't allocate memory|OUT_OF_MEMORY",
            "1|numpy.core._exceptions._ArrayMemoryError: MemoryError|OUT_OF_MEMORY", "1|RuntimeError: loss is nan|NOT_A_NUMBER",
            "1|ValueError: Loss became infinite: the loss is inf|NOT_A_NUMBER", "1|KeyError: 'nanoseconds'|CRASH", "139|Segmentation fault|CRASH"})
    void tellsTheKindOfAnEnd(int exitCode, String log, FailureKind kind) {
        assertThat(FailureClassifier.ofExit(exitCode, log)).isEqualTo(kind);
    }
}
