/**
 * The search for what is near (rules G-1 to G-4): request checks, the exact edge and order, cursors. Results equal brute
 * force over everything that is live. Allowed dependencies: index, cells, audience,
 * projection (the branches), the starter.
 */
@NullMarked
package org.linli.geosearch.nearby;

import org.jspecify.annotations.NullMarked;
