/** Pictures as people send them, for the tests of every service that takes some. */
@NullMarked
package org.linli.localstack.shots;

import org.jspecify.annotations.NullMarked;
