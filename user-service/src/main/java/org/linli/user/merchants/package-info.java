/**
 * The one door to merchant-service: how many merchants a part of the organisation tree holds. Every failure becomes "not
 * available at the moment"; nothing is guessed. Allowed dependencies: {@code access}, {@code token}, Resilience4j.
 */
@NullMarked
package org.linli.user.merchants;

import org.jspecify.annotations.NullMarked;
