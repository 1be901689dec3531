/**
 * What every request meets first, before access rules and routes: readable address, request id, bounded body, headers
 * nobody may forge, headers every answer carries. Allowed dependencies: problem.
 */
@NullMarked
package org.linli.gateway.edge;

import org.jspecify.annotations.NullMarked;
