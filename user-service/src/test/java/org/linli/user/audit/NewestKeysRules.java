package org.linli.user.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.web.ProblemException;

/** An export has the newest rows, the newest first, however they come (rule P-3). */
class NewestKeysRules {
    private static List<String> all(NewestKeys keys, int pageSize) {
        List<String> ids = new ArrayList<>();
        keys.newestFirst(pageSize).forEach(ids::addAll);
        return ids;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 49, 50, 100})
    void the_newest_first_and_of_one_moment_by_id_whatever_the_pages(int pageSize) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ids.add(AuditRow.id(i % 3 == 0 ? "hq" : "B01", i));
        }
        Collections.shuffle(ids, new Random(5));
        NewestKeys keys = new NewestKeys(50);
        ids.forEach(id -> keys.add(new Date(seq(id) / 2), id));
        List<String> expected = ids.stream()
                .sorted((one, other) ->
                        seq(one) / 2 != seq(other) / 2 ? Long.compare(seq(other), seq(one)) : other.compareTo(one))
                .limit(50)
                .toList();
        assertThat(all(keys, pageSize)).isEqualTo(expected);
        assertThat(keys.areMore()).isTrue();
    }

    @Test
    void as_many_as_there_may_be_are_not_cut() {
        NewestKeys keys = new NewestKeys(2);
        keys.add(new Date(1), AuditRow.id("hq", 1));
        keys.add(null, AuditRow.id("hq", 2));
        assertThat(keys.areMore()).isFalse();
        assertThat(all(keys, 10)).containsExactly(AuditRow.id("hq", 1), AuditRow.id("hq", 2));
        assertThat(all(new NewestKeys(2), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hq", "hq:", "hq:x", "hq:7", ":"})
    void what_is_no_id_of_a_row_is_told(String id) {
        NewestKeys keys = new NewestKeys(2);
        assertThatThrownBy(() -> keys.add(new Date(1), id)).isInstanceOf(ProblemException.class);
    }

    private static long seq(String id) {
        return Long.parseLong(id.substring(id.indexOf(':') + 1));
    }
}
