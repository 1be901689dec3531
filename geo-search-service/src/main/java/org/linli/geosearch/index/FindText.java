package org.linli.geosearch.index;

/**
 * What keywords look at (rule G-3), computed here so that any Elasticsearch will do: every field is a list of tokens
 * with spaces between them.
 *
 * @param text the characters of all fields, see {@link SearchText}
 * @param head the characters of the title, or of a merchant's name
 * @param pinyin of every run of Chinese characters its reading from each character on: {@code laohuoguo huoguo guo}
 * @param initials the same with the syllables' first letters: {@code lhg hg g}
 * @param sounds words, and readings of two to four characters: what a word with a typing error is compared with
 */
public record FindText(String text, String head, String pinyin, String initials, String sounds) {

    /** Of the head and of what else belongs to the thing. */
    public static FindText of(String head, String... more) {
        String[] all = new String[more.length + 1];
        all[0] = head;
        System.arraycopy(more, 0, all, 1, more.length);
        Readings readings = new Readings();
        for (String field : all) {
            SearchText.words(field).forEach(readings::add);
        }
        return new FindText(
                SearchText.of(all), SearchText.of(head), readings.pinyin(), readings.initials(), readings.sounds());
    }
}
