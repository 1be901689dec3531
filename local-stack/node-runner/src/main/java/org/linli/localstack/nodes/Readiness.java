package org.linli.localstack.nodes;

import java.io.IOException;

/** Asks a process once, in its own protocol, whether it serves yet. A failed connection counts as "not yet". */
@FunctionalInterface
public interface Readiness {

    boolean isReady() throws IOException;
}
