package org.linli.geosearch.index;

/** A place in the index's own order: by rank, by its own, slightly inexact distance, then by id. */
public record RoughPosition(long rank, double meters, String id) {}
