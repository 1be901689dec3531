/**
 * Processes of the local stack as objects: start one, wait until it is ready, stop it, kill it. The launcher runs the
 * platform with it, tests get a broker, an index and a store of their own. Allowed dependencies: the JDK only, so that
 * any module's tests can use it.
 */
@NullMarked
package org.linli.localstack.nodes;

import org.jspecify.annotations.NullMarked;
