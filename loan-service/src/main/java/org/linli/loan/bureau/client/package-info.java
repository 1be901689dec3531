/**
 * The doors to the credit bureau's gateway and to user-service (consent, customer number): translates their words and
 * turns every failure into "not available at the moment". Allowed dependencies: {@code bureau}, {@code application},
 * service-starter, OpenFeign, Resilience4j.
 */
@NullMarked
package org.linli.loan.bureau.client;

import org.jspecify.annotations.NullMarked;
