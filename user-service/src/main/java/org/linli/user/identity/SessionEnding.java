package org.linli.user.identity;

/** Ends what a person has in hand; whether a login goes on is decided when it is renewed. */
public interface SessionEnding {
    /** Voids every access token of the user that exists at this moment. */
    void endAccess(String userId);
}
