package org.linli.loan.investigation;

import java.util.Arrays;
import java.util.Optional;
import org.linli.starter.security.Caller;

/** The two sides of an investigation (rule L-2): the branch, which knows the customer, and head office, which does not. */
public enum Side {
    BRANCH("branch", "investigation.investigate"),
    RISK("risk", "investigation.assess");

    private static final String HEAD_OFFICE = "/hq/";

    private final String code;
    private final String permission;

    Side(String code, String permission) {
        this.code = code;
        this.permission = permission;
    }

    static Optional<Side> named(String code) {
        return Arrays.stream(values()).filter(side -> side.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    Side other() {
        return this == BRANCH ? RISK : BRANCH;
    }

    /** The branch's side is taken by its own staff, the other one by head office's, wherever they sit. */
    boolean isOpenTo(Caller caller, String organisationPath) {
        return caller.may(permission, this == RISK ? HEAD_OFFICE : organisationPath);
    }
}
