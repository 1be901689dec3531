package org.linli.starter.crypto;

/**
 * A field that is stored encrypted (rule P-4). Every value is bound to this field and to whom it is of: read for another
 * owner or as another field it is refused. Whoever keeps one asks {@link FieldCipher#field} for it once, at start; a
 * re-wrapping run knows by that where values are.
 *
 * <p>The owner is the {@code _id} of the document; of a value in a list of the document, that {@code _id}, a slash and
 * the {@code _id} of the element.
 */
public final class SealedField {
    private final FieldCipher cipher;
    private final String collection;
    private final String path;

    SealedField(FieldCipher cipher, String collection, String path) {
        this.cipher = cipher;
        this.collection = collection;
        this.path = path;
    }

    /** @throws org.linli.starter.web.DependencyUnavailableException when a new key is due and nobody there wraps it */
    public String encrypt(String owner, String text) {
        return cipher.encrypt(boundTo(owner), text);
    }

    /**
     * The text of a stored form.
     *
     * @throws UnreadableFieldException when it was altered, is another field's or owner's, or is no stored form
     * @throws UnknownKeyException when its key is unknown here
     * @throws org.linli.starter.web.DependencyUnavailableException when its key cannot be unwrapped just now
     */
    public String decrypt(String owner, String stored) {
        try {
            return cipher.decrypt(boundTo(owner), stored);
        } catch (UnreadableFieldException e) {
            throw new UnreadableFieldException(collection + "." + path + " of " + owner + ": " + e.getMessage(), e);
        }
    }

    /** The same text for another owner: what a document takes over from another is bound anew. */
    public String handOver(String stored, String from, String to) {
        return encrypt(to, decrypt(from, stored));
    }

    String collection() {
        return collection;
    }

    String path() {
        return path;
    }

    /** With their lengths, so that no two places have the same text. */
    private String boundTo(String owner) {
        return sized(collection) + sized(path) + sized(owner);
    }

    private static String sized(String part) {
        return part.length() + ":" + part;
    }
}
