package org.linli.starter.security;

/**
 * Tokens that do not count any more although they have not ended yet.
 *
 * @param mark time-sorted id; every token of the holder whose {@code jti} sorts before it is void
 * @param holder {@code session:<sid>} or {@code subject:<sub>}
 */
public record Revocation(String mark, String holder) {
    public static String session(String sessionId) {
        return "session:" + sessionId;
    }

    public static String subject(String subject) {
        return "subject:" + subject;
    }
}
