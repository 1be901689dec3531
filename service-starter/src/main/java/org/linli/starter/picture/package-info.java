/**
 * Pictures that people send: checked by what is in them, made anew without whatever else was in the file, and kept behind
 * {@link org.linli.starter.storage.ObjectStorage}. Knows nothing of what they show. Allowed dependencies: the starter.
 */
@NullMarked
package org.linli.starter.picture;

import org.jspecify.annotations.NullMarked;
