/**
 * Who else somebody used to be: two users that turned out to be one person (rule W-8) keep what is stored under either id.
 * Allowed dependencies: none of the other features.
 */
@NullMarked
package org.linli.merchant.sameperson;

import org.jspecify.annotations.NullMarked;
