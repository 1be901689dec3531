package org.linli.merchant.onboarding;

/**
 * One thing the reviewer asks for.
 *
 * @param about a field of the form, or {@code papers.<code>}
 */
record Want(String about, String text) {}
