/**
 * The bank's branches and their service circles as user-service last told them: decides which branch a merchant is
 * attached to (rule M-1). Allowed dependencies: the starter and the event contracts.
 */
@NullMarked
package org.linli.merchant.branch;

import org.jspecify.annotations.NullMarked;
