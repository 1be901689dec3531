/**
 * The loan products: parameters from the configuration, not code. Says what is on offer and within which limits; who
 * gets a loan is decided elsewhere. Allowed dependencies: service-starter, the calculation kernel's names of methods.
 */
@NullMarked
package org.linli.loan.product;

import org.jspecify.annotations.NullMarked;
