/**
 * What the gateway itself refuses, as RFC 9457 problem details in Chinese or English, and the one map from exception to
 * problem. Answers of services are never touched. Allowed dependencies: none of the other packages.
 */
@NullMarked
package org.linli.gateway.problem;

import org.jspecify.annotations.NullMarked;
