package org.linli.loan.approval.kernel;

/**
 * How the committee's votes become a result (rule L-8). Only votes that count are given: those of excluded members are
 * left out before.
 *
 * @param quorum so many votes have to be cast
 * @param numerator of the share of votes cast that has to be for
 * @param denominator of that share
 */
public record Majority(int quorum, int numerator, int denominator) {

    public boolean isQuorate(int inFavour, int against) {
        return inFavour + against >= quorum;
    }

    /** @param vetoed the chair's no, which turns a carried proposal down and can do nothing else */
    public Verdict judge(int inFavour, int against, boolean vetoed) {
        if (!isQuorate(inFavour, against)) {
            return Verdict.INQUORATE;
        }
        long needed = (long) numerator * (inFavour + against);
        if ((long) denominator * inFavour < needed) {
            return Verdict.LOST;
        }
        return vetoed ? Verdict.VETOED : Verdict.CARRIED;
    }

    /** What the committee's session ended with. */
    public enum Verdict {
        CARRIED,
        LOST,
        VETOED,
        /** Too few votes: nothing is decided, and the committee meets again. */
        INQUORATE
    }
}
