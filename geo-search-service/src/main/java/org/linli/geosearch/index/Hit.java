package org.linli.geosearch.index;

import java.util.List;

/**
 * A document as found, and where it stands in the index's own order.
 *
 * @param reasons which of the ways of {@link KeywordQuery} led to it, as {@code word:way}; only when asked for
 */
public record Hit<T extends PlacedDocument>(T document, RoughPosition position, List<String> reasons) {}
