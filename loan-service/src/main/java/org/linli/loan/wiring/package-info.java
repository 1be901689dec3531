/**
 * Connects features that know nothing of each other: each class fills a port of one with what another has. The only
 * package that may depend on all of them; none depends on it.
 */
@NullMarked
package org.linli.loan.wiring;

import org.jspecify.annotations.NullMarked;
