/**
 * The loan products: parameters, not code. The first edition of each comes from the configuration; every later one is
 * prepared by one person, published by another and in effect from a business date. Says what is on offer and within
 * which limits; who gets a loan is decided elsewhere. Allowed dependencies: {@code foureyes}, service-starter, the
 * calculation kernel's names of methods.
 */
@NullMarked
package org.linli.loan.product;

import org.jspecify.annotations.NullMarked;
