/**
 * People's points: a ledger to which entries are only ever added, each once whatever is repeated (rule M-4). Allowed
 * dependencies: sameperson, the starter.
 */
@NullMarked
package org.linli.merchant.points;

import org.jspecify.annotations.NullMarked;
