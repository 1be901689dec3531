package org.linli.geosearch.nearby;

import java.util.List;
import org.linli.geosearch.index.PlacedDocument;

/**
 * A document at its exact place in a list.
 *
 * @param reasons how keywords led to it; empty unless asked for
 */
record Ranked<T extends PlacedDocument>(ExactPosition position, T document, List<String> reasons) {}
