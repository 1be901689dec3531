/**
 * The Elasticsearch side: the two indices, their mapping, writing documents with external versions and reading them
 * nearest first. Uses only what a stock cluster has. Knows no events and no HTTP; allowed dependencies: the starter's
 * coordinates, its web package for a dependency that is away, the Elasticsearch client and Resilience4j.
 */
@NullMarked
package org.linli.geosearch.index;

import org.jspecify.annotations.NullMarked;
