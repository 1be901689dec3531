package org.linli.loan.approval;

import java.time.Instant;
import java.util.List;

/**
 * The committee is to meet.
 *
 * @param members subjects, the chair among them
 * @param closesAt until when votes are taken
 */
record Invitation(List<String> members, Instant closesAt, Terms terms, List<String> conditions) {}
