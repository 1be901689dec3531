package org.linli.starter.crypto;

/** Encrypted data names a key that nobody here knows. */
public class UnknownKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownKeyException(String kind, String id) {
        super("unknown " + kind + ": " + (id.length() > 40 ? id.substring(0, 40) : id));
    }
}
