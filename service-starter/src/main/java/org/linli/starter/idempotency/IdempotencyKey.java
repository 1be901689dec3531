package org.linli.starter.idempotency;

/**
 * The caller's {@code Idempotency-Key}, scoped by tenant, principal, method and full path, so that the same text used
 * for another thing or by another person is another key. A controller takes it as its last parameter, after the
 * validated body: the checks then run in the promised order.
 *
 * @param scope SHA-256 over all of these, hex
 */
public record IdempotencyKey(String scope) {}
