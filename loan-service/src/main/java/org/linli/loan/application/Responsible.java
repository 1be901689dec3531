package org.linli.loan.application;

/** Who has to finish a stage: a role in an organisation. */
record Responsible(String organisationId, String role) {}
