/**
 * Nearby search: offers and merchants around a point or a branch. Three features: {@code projection} (what the events
 * say, kept in Mongo), {@code index} (the Elasticsearch side) and {@code nearby} (the search itself). Allowed
 * dependencies: nearby on index and projection, projection on index, all on the starter.
 */
@NullMarked
package org.linli.geosearch;

import org.jspecify.annotations.NullMarked;
