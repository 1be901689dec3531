package org.linli.geosearch.index;

import java.util.List;

/**
 * What a person looks for: every word must be found, whole or by its reading.
 *
 * @param words from {@link SearchText#words}
 * @param withTypos also what is meant if one character is wrong; asked only when nothing was found without
 */
public record Keywords(List<String> words, boolean withTypos) {
    public Keywords forgiving() {
        return new Keywords(words, true);
    }
}
