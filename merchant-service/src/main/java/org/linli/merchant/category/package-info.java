/** What a merchant sells: a closed list with Chinese and English names. Allowed dependencies: none. */
@NullMarked
package org.linli.merchant.category;

import org.jspecify.annotations.NullMarked;
