/** The demo county: a deterministic generator, and the seeding of a fresh platform over its public HTTP paths. Depends on api only. */
@NullMarked
package org.linli.localstack.demo;

import org.jspecify.annotations.NullMarked;
