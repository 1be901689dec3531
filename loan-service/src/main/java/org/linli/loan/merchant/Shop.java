package org.linli.loan.merchant;

import org.linli.starter.geo.GeoPoint;

/**
 * A merchant's shop as an investigator has to find it.
 *
 * @param category the code of its trade
 */
public record Shop(String category, GeoPoint point) {}
