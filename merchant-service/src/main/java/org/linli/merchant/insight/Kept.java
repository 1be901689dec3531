package org.linli.merchant.insight;

/** A document with an optimistic lock: 0 before it is first kept, then one more each time. */
interface Kept {
    String id();

    long revision();
}
