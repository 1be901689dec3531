/** Kafka consumers: retry with back-off, then the dead-letter topic with the cause in the headers. */
@NullMarked
package org.linli.starter.consuming;

import org.jspecify.annotations.NullMarked;
