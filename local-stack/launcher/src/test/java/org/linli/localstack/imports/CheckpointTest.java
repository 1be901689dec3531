package org.linli.localstack.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void what_was_finished_before_a_kill_is_known_afterwards() {
        Path file = folder.resolve("imports/places.json");
        Checkpoint first = Checkpoint.open(file);
        first.finish(0, new Checkpoint.Counts(200, 0, 0));
        first.finish(2, new Checkpoint.Counts(150, 0, 50));

        Checkpoint again = Checkpoint.open(file);

        assertThat(again.isDone(0)).isTrue();
        assertThat(again.isDone(1)).isFalse();
        assertThat(again.isDone(2)).isTrue();
        assertThat(again.counts()).isEqualTo(new Checkpoint.Counts(350, 0, 50));
    }

    @Test
    void a_finished_import_leaves_nothing_behind() {
        Path file = folder.resolve("places.json");
        Checkpoint checkpoint = Checkpoint.open(file);
        checkpoint.finish(0, new Checkpoint.Counts(1, 0, 0));
        checkpoint.remove();

        assertThat(Checkpoint.open(file).finished()).isZero();
    }
}
