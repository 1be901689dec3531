package org.linli.user.branch;

import java.time.Instant;

/**
 * A node that is about to close takes nothing new, until it has closed or turned out not to be empty.
 *
 * @param attempt tells this closing from an earlier one, so that what was counted for that one decides nothing here
 */
record ClosingMark(String attempt, Instant since) {}
