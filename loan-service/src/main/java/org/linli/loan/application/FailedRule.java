package org.linli.loan.application;

import java.util.List;

/** A rule that refused. @param facts what the explanation names, in the order of the message's places */
record FailedRule(EligibilityRule rule, List<Object> facts) {}
