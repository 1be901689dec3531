/** Loading CSV files over the staff API: columns, category mapping, progress, checkpoint. Depends on api and the starter's coordinate systems. */
@NullMarked
package org.linli.localstack.imports;

import org.jspecify.annotations.NullMarked;
