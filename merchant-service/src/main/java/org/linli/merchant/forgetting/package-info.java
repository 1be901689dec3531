/**
 * Lets go of what people wrote and chose here when they ask the bank to forget them (rule P-4). What a feature keeps of
 * people, it lets go itself. Allowed dependencies: sameperson.
 */
@NullMarked
package org.linli.merchant.forgetting;

import org.jspecify.annotations.NullMarked;
