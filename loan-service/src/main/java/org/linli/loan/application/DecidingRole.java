package org.linli.loan.application;

/**
 * In which role a case is decided on (rule L-8).
 *
 * @param role as in tokens, such as BRANCH_HEAD
 * @param inBranch of the case's branch; else of head office
 */
public record DecidingRole(String role, boolean inBranch) {}
