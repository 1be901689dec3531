package org.linli.merchant.importing;

/** Why a row was not taken. */
record Rejection(int line, String code, String detail) {}
