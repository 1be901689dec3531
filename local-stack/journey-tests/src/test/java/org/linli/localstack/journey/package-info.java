/** Journeys over the real processes: the gateway, five services, broker, index, store and sandbox, each its own. */
@NullMarked
package org.linli.localstack.journey;

import org.jspecify.annotations.NullMarked;
