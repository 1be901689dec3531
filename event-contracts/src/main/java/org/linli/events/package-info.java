/**
 * The language the services speak to one another: CloudEvents 1.0 in structured JSON, one record per event type, and
 * the topic each belongs to. Contracts are additive: a field may be added, never renamed, removed or given a new
 * meaning. No logic and no Spring in here; allowed dependencies: Jackson and the CloudEvents SDK.
 */
@NullMarked
package org.linli.events;

import org.jspecify.annotations.NullMarked;
