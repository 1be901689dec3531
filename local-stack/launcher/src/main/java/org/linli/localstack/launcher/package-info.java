/** The commands of ./platform: topology, processes, readiness, demo.json. */
@NullMarked
package org.linli.localstack.launcher;

import org.jspecify.annotations.NullMarked;
