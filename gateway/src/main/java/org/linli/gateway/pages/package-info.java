/**
 * The web pages built in the web folder and packaged into this jar, and in the local profile the one page with every
 * service's interface description. Allowed dependencies: problem.
 */
@NullMarked
package org.linli.gateway.pages;

import org.jspecify.annotations.NullMarked;
