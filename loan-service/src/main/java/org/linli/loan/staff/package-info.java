/**
 * The door to user-service for whether somebody is at work and may do something somewhere: whoever is named for a task is
 * one who can do it (rules L-1, L-8). Allowed dependencies: service-starter, OpenFeign, Resilience4j.
 */
@NullMarked
package org.linli.loan.staff;

import org.jspecify.annotations.NullMarked;
