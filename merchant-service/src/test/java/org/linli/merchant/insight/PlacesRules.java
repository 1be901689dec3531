package org.linli.merchant.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A question about a part of the tree never reaches beyond the scope of whoever asks (rule P-1). */
class PlacesRules {
    @Test
    void withoutANodeItIsTheWholeScope() {
        assertThat(Statistics.places(List.of("/hq/A/", "/hq/B/"), null)).containsExactly("/hq/A/", "/hq/B/");
    }

    @Test
    void aNodeBelowTheScopeIsTheNode() {
        assertThat(Statistics.places(List.of("/hq/"), "B")).containsExactly("/hq/B/");
    }

    @Test
    void aNodeAboveTheScopeIsTheScope() {
        assertThat(Statistics.places(List.of("/hq/B/desk/"), "B")).containsExactly("/hq/B/desk/");
        assertThat(Statistics.places(List.of("/hq/B/"), "hq")).containsExactly("/hq/B/");
    }

    @Test
    void anothersNodeIsNothing() {
        assertThat(Statistics.places(List.of("/hq/B/"), "Bx")).isEmpty();
        assertThat(Statistics.places(List.of(), "B")).isEmpty();
    }
}
