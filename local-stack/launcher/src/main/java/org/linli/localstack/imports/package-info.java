/** Loading CSV files over the staff API: columns, category mapping, progress, checkpoint. Depends on api only. */
@NullMarked
package org.linli.localstack.imports;

import org.jspecify.annotations.NullMarked;
