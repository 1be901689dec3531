package org.linli.geosearch.index;

/** A document as found, and where it stands in the index's own order. */
public record Hit<T extends PlacedDocument>(T document, RoughPosition position) {}
