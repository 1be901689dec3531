/**
 * What a person likes: offers and merchants to find again, shops to hear from (rule M-7). Allowed dependencies: offer, sameperson,
 * onboarding and the starter.
 */
@NullMarked
package org.linli.merchant.favourite;

import org.jspecify.annotations.NullMarked;
