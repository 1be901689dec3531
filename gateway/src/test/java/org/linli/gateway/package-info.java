/** The gateway as its callers see it: the real process on a free port, services played by WireMock. */
package org.linli.gateway;
