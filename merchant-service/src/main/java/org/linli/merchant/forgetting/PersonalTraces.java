package org.linli.merchant.forgetting;

/** What a feature keeps of people beyond what the law, the bank's books and the stock ask for. */
public interface PersonalTraces {
    /** Lets go of it; the same again changes nothing. */
    void forget(String userId);
}
