/**
 * The piece of core banking the platform needs: who is a customer, and since when. The customers are made up, the same ones after every start, and
 * their id numbers name a region that does not exist, so that nobody real can be met. Allowed dependencies: none.
 */
@NullMarked
package org.linli.sandbox.bank;

import org.jspecify.annotations.NullMarked;
