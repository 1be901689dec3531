/**
 * Which audiences the caller of a search belongs to (rules G-3, M-5): asked of merchant-service within a time limit, and
 * never kept in what all searches share. Allowed dependencies: the starter.
 */
@NullMarked
package org.linli.geosearch.audience;

import org.jspecify.annotations.NullMarked;
