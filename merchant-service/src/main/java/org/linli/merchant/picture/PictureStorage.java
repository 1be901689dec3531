package org.linli.merchant.picture;

import java.util.Optional;

/**
 * Where the bytes lie. Keys are made by this service: lower-case letters and digits.
 *
 * <p>Every method throws {@link org.linli.starter.web.DependencyUnavailableException} when the storage does not answer in
 * time, or refuses.
 */
interface PictureStorage {
    /** Durable when it returns. Putting the same key again replaces it. */
    void put(String key, byte[] content);

    Optional<byte[]> get(String key);

    /** Deleting what is not there is fine. */
    void delete(String key);
}
