/**
 * Which service answers which path, and how long, how often and how patiently it is asked. Allowed dependencies:
 * problem.
 */
@NullMarked
package org.linli.gateway.routing;

import org.jspecify.annotations.NullMarked;
