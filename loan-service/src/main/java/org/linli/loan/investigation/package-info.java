/**
 * Two independent investigations of a case (rules L-2 to L-6): reports of both sides, evidence from the spot, statements,
 * soft information, and the checks across all of it. Moves the case on when both are in and nothing is unexplained.
 * Allowed dependencies: application, crosscheck, foureyes, merchant, its own statement and soft packages, the starter.
 */
@NullMarked
package org.linli.loan.investigation;

import org.jspecify.annotations.NullMarked;
