package org.linli.starter.crypto;

/** The port to whoever holds the wrapping keys. Wrapped bytes are that one's own form. */
interface KeyWrapping {
    /** The key to wrap new data keys with. */
    String currentKeyId();

    byte[] wrap(String keyId, byte[] key);

    /**
     * @throws UnknownKeyException when there is no such wrapping key (any more)
     * @throws UnreadableFieldException when the bytes were not wrapped by it
     */
    byte[] unwrap(String keyId, byte[] wrapped);
}
