/**
 * One real Elasticsearch node on loopback for a developer's machine and for tests, put together from the server's own
 * jars, with nothing in it that a stock cluster lacks. Allowed dependencies: the Elasticsearch server, nothing of this
 * project.
 */
@NullMarked
package org.linli.localstack.elasticsearch;

import org.jspecify.annotations.NullMarked;
