/**
 * Who may pass: verifies tokens against the published keys and applies the coarse rules (public list, token, staff for
 * the staff API). Services verify again and decide the rest. Allowed dependencies: problem.
 */
@NullMarked
package org.linli.gateway.access;

import org.jspecify.annotations.NullMarked;
