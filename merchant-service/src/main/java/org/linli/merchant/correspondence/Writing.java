package org.linli.merchant.correspondence;

/** What became of something written. */
sealed interface Writing {
    record Sent(Correspondence.Message message) implements Writing {}

    /** There is no such merchant where the writer may write to. */
    record Nobody() implements Writing {}

    record TooMany() implements Writing {}
}
