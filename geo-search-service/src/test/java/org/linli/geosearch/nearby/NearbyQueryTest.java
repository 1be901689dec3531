package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cursor belongs to one question: what makes another one of it, and what does not. */
class NearbyQueryTest {
    private static final Object[] PLAIN = {"lat", 30.25, "lng", 120.16};

    @Test
    void whatever_changes_what_is_found_or_its_order_makes_another_question() {
        List<Object[]> questions = List.of(
                PLAIN,
                new Object[] {"lat", 30.26, "lng", 120.16},
                new Object[] {"lat", 30.25, "lng", 120.17},
                with("crs", "WGS84"),
                with("radius", 2_499),
                with("branchId", "BR1"),
                with("branchId", "BR2"),
                with("bbox", "120.1,30.2,120.2,30.3"),
                with("bbox", "120.1,30.2,120.2,30.4"),
                with("category", "餐饮"),
                with("category", "购物"),
                with("kind", "PERCENT"),
                with("kind", "GIFT"),
                with("q", "火锅"),
                with("q", "面"),
                with("openNow", true),
                with("minStock", 2),
                with("sort", "ending"));
        List<String> fingerprints = new ArrayList<>(questions.stream()
                .map(question -> Cursors.fingerprint(NearbyList.OFFERS, question))
                .toList());
        fingerprints.add(Cursors.fingerprint(NearbyList.MERCHANTS, PLAIN));
        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    @Test
    void how_much_is_answered_at_once_does_not() {
        String plain = Cursors.fingerprint(NearbyList.OFFERS, PLAIN);
        assertThat(List.of(with("size", 5), with("facets", true), with("explain", true)))
                .allSatisfy(question -> assertThat(Cursors.fingerprint(NearbyList.OFFERS, question))
                        .isEqualTo(plain));
    }

    private static Object[] with(String name, Object value) {
        return new Object[] {PLAIN[0], PLAIN[1], PLAIN[2], PLAIN[3], name, value};
    }
}
