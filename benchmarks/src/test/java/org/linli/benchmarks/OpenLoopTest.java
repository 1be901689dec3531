package org.linli.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    @Test
    void a_result_reads_in_milliseconds() {
        Histogram micros = new Histogram(60_000_000, 3);
        for (int i = 1; i <= 100; i++) {
            micros.recordValue(i * 1_000L);
        }

        OpenLoop.Result result = new OpenLoop.Result(micros, 2, 1.0);

        assertThat(result.millis(50)).isBetween(49.9, 50.1);
        assertThat(result.text()).startsWith("100 answers, 2 failed, p50 50.0 ms, p95 95");
    }
}
