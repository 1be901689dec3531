package org.linli.merchant.offer;

/** A request that refuses fields it does not know: a misspelt limit must not become no limit. See {@link StrictBodies}. */
public interface StrictBody {}
