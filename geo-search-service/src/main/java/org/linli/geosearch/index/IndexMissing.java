package org.linli.geosearch.index;

/** Elasticsearch answers but does not know the index: its data was lost, or it was never there. */
public record IndexMissing() {}
