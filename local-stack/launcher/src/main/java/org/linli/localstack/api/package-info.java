/** A small client of the platform's HTTP API, for seeding and importing. */
@NullMarked
package org.linli.localstack.api;

import org.jspecify.annotations.NullMarked;
