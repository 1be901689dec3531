/**
 * What this service knows of branches, merchants, offers and their stock, kept in Mongo from the events and carried on
 * to the index. Each document keeps the revision it was made from; only a newer one replaces it, so repeated and late
 * events change nothing. Looks documents up by id only. Allowed dependencies: index, cells, event contracts,
 * the starter.
 */
@NullMarked
package org.linli.geosearch.projection;

import org.jspecify.annotations.NullMarked;
