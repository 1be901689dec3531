/**
 * What lies in the map cells where people stand, kept in memory so that most searches need no index. Filled from and
 * kept right by the projections, which know this package and not the other way round. Allowed dependencies: index (the
 * documents and areas), the starter.
 */
@NullMarked
package org.linli.geosearch.cells;

import org.jspecify.annotations.NullMarked;
