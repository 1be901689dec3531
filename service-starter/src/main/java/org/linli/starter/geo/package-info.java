/** Points, coordinate systems and the one distance function (rules G-1, G-2). Plain Java: depends on nothing. */
@NullMarked
package org.linli.starter.geo;

import org.jspecify.annotations.NullMarked;
