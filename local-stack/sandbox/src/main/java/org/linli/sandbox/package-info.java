/**
 * The outside world in one small process: Tencent's official-account servers, an SMS gateway, a key management service
 * and a core-banking system, with faults on demand. Everything lives in bounded memory and is forgotten when the process ends. Allowed
 * dependencies: none on other modules of this project, so that the sandbox cannot share a mistake with what it checks.
 */
@NullMarked
package org.linli.sandbox;

import org.jspecify.annotations.NullMarked;
