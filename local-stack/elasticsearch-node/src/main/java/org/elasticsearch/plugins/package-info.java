/**
 * The server can load plugins from folders only, through constructors it keeps to its own package; this package lets
 * one class in, which presents plugins of the class path. Allowed dependencies: the Elasticsearch server.
 */
@NullMarked
package org.elasticsearch.plugins;

import org.jspecify.annotations.NullMarked;
