package org.linli.starter.storage;

import java.util.Optional;

/**
 * Where bytes lie that are no document. Keys are made by this service: lower-case letters and digits.
 *
 * <p>Every method throws {@link org.linli.starter.web.DependencyUnavailableException} when the storage does not answer in
 * time, or refuses.
 */
public interface ObjectStorage {
    /** Durable when it returns. Putting the same key again replaces it. */
    void put(String key, byte[] content);

    Optional<byte[]> get(String key);

    /** Deleting what is not there is fine. */
    void delete(String key);
}
