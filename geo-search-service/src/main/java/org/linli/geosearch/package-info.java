/**
 * Nearby search: offers and merchants around a point or a branch. Four features: {@code projection} (what the events
 * say, kept in Mongo), {@code index} (the Elasticsearch side), {@code cells} (what lies where people stand, in memory)
 * and {@code nearby} (the search itself). Allowed dependencies: nearby on all others, projection on index and cells,
 * cells on index, all on the starter.
 */
@NullMarked
package org.linli.geosearch;

import org.jspecify.annotations.NullMarked;
