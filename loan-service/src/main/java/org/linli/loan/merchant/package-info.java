/**
 * The one door to merchant-service: translates its answer into the few facts an application needs and turns every
 * failure into "not available at the moment". Allowed dependencies: service-starter, OpenFeign, Resilience4j.
 */
@NullMarked
package org.linli.loan.merchant;

import org.jspecify.annotations.NullMarked;
