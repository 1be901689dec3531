/**
 * Bytes that are no document: files on one machine, or an S3-compatible store behind a circuit breaker. Knows nothing of
 * what they are. Allowed dependencies: the starter's web (a storage that is away), the S3 client, Resilience4j.
 */
@NullMarked
package org.linli.starter.storage;

import org.jspecify.annotations.NullMarked;
