/**
 * Tables that people take along and open in a spreadsheet. Allowed dependencies: none; whoever uses it names the two
 * libraries itself.
 */
@NullMarked
package org.linli.starter.table;

import org.jspecify.annotations.NullMarked;
