/**
 * A store that speaks MongoDB's wire protocol, for a developer's machine and for tests. It acknowledges a write only
 * when the write survives the death of the process. Allowed dependencies: mongo-java-server, H2's MVStore, Netty;
 * nothing of this project.
 */
@NullMarked
package org.linli.localstack.mongo;

import org.jspecify.annotations.NullMarked;
