package org.linli.merchant.audience;

/** @param what kind and id of what is liked */
record Liking(String what, String merchantId) {}
