package org.linli.starter.security;

import java.util.List;

/** Where revocations are kept. */
@FunctionalInterface
public interface RevocationSource {
    /**
     * Those that still matter, oldest first.
     *
     * @param afterMark those with a later mark only; empty = all
     */
    List<Revocation> after(String afterMark);
}
