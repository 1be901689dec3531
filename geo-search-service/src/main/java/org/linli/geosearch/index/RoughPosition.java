package org.linli.geosearch.index;

/** A place in the index's own order: by its own, slightly inexact distance, then by id. */
public record RoughPosition(double meters, String id) {}
