package org.linli.events;

/** A normalised position: GCJ-02 degrees (rule G-2). */
public record Place(double lat, double lng) {}
