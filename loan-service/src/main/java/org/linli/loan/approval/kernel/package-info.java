/**
 * Who may decide and how votes are counted (rule L-8): pure functions of numbers and levels. Allowed dependencies: the
 * JDK.
 */
@NullMarked
package org.linli.loan.approval.kernel;

import org.jspecify.annotations.NullMarked;
