package org.linli.user.branch;

/** Whether a node of the organisation tree works. */
public enum NodeStatus {
    /** It opens on a later date. */
    PLANNED,
    OPEN,
    /** For good; also one that was planned and never opened. */
    CLOSED
}
