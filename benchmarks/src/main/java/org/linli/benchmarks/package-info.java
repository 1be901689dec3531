/** Measurements against a running platform ({@code ./platform start}), by hand: {@code ./platform bench NAME}. */
@NullMarked
package org.linli.benchmarks;

import org.jspecify.annotations.NullMarked;
