package org.linli.loan.corebank;

/** What the core bank said, or that it said nothing. */
public sealed interface CoreBankAnswer {
    /** Money has moved as the booking says; whether that is what was asked for is for the asker to check. */
    record Booked(Booking booking) implements CoreBankAnswer {}

    /** Certainly not booked, and never will be under this reference. @param code the bank's own reason */
    record Refused(String code) implements CoreBankAnswer {}

    /** To an inquiry: the bank knows no payment with this reference. */
    record NotThere() implements CoreBankAnswer {}

    /** Maybe booked, maybe not. @param trouble what came instead of an answer */
    record Unknown(String trouble) implements CoreBankAnswer {}
}
