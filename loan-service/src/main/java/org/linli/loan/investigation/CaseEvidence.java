package org.linli.loan.investigation;

import static org.linli.loan.crosscheck.kernel.Quantity.*;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.loan.crosscheck.kernel.Evidence;
import org.linli.loan.crosscheck.kernel.Source;
import org.linli.loan.investigation.statement.Asset;
import org.linli.loan.investigation.statement.BalanceSheet;
import org.linli.loan.investigation.statement.IncomeStatement;
import org.linli.loan.investigation.statement.Statements;
import org.linli.loan.merchant.PlatformTurnover;

/** What a report says, as the cross-checks want it; pure. What is claimed without evidence is left out (rule L-3). */
final class CaseEvidence {
    private CaseEvidence() {}

    static Evidence of(ReportContent content, List<Photo> photos, PlatformTurnover platform) {
        Set<String> counting = Photo.counting(photos);
        Statements statements = content.statements();
        Evidence known = Evidence.none();
        if (statements != null) {
            known = income(known, statements.incomeStatement());
            known = sheet(known, statements.balanceSheet(), counting);
        }
        known = sources(known, content.sources());
        return platform instanceof PlatformTurnover.Known turnover
                ? known.with(PLATFORM_TURNOVER, turnover.fen(), Source.PLATFORM)
                : known;
    }

    private static Evidence income(Evidence known, @Nullable IncomeStatement income) {
        return income == null
                ? known
                : known.with(PERIOD_DAYS, income.days(), Source.STATEMENTS)
                        .with(REVENUE, income.revenueFen(), Source.STATEMENTS)
                        .with(COST_OF_GOODS, income.costOfGoodsFen(), Source.STATEMENTS);
    }

    private static Evidence sheet(Evidence known, @Nullable BalanceSheet sheet, Set<String> counting) {
        return sheet == null
                ? known
                : known.with(EQUITY, sheet.evidentFen(counting) - sheet.debtsFen(), Source.STATEMENTS)
                        .with(CLOSING_STOCK, sheet.evidentFen(Asset.Kind.STOCK, counting), Source.STATEMENTS)
                        .with(RECEIVABLES, sheet.evidentFen(Asset.Kind.RECEIVABLE, counting), Source.STATEMENTS);
    }

    private static Evidence sources(Evidence known, Corroboration said) {
        Long in = said.contributedSinceStartFen();
        Long out = said.withdrawnSinceStartFen();
        Long contributed = in == null || out == null ? null : Long.valueOf(in - out);
        return known.with(NET_CONTRIBUTED, contributed, Source.OWNER)
                .with(ACCUMULATED_PROFIT, said.accumulatedProfitFen(), Source.OWNER)
                .with(DAILY_SALES, said.dailySalesFen(), Source.COUNTED)
                .with(TRADING_DAYS, said.tradingDays(), Source.OWNER)
                .with(PURCHASES, said.purchasesFen(), Source.INVOICES)
                .with(OPENING_STOCK, said.openingStockFen(), Source.OWNER)
                .with(SAMPLED_MARGIN, said.sampledMarginBasisPoints(), Source.COUNTED)
                .with(BANK_RECEIPTS, said.bankReceiptsFen(), Source.BANK_STATEMENT)
                .with(WECHAT_RECEIPTS, said.wechatReceiptsFen(), Source.WECHAT_STATEMENT)
                .with(ALIPAY_RECEIPTS, said.alipayReceiptsFen(), Source.ALIPAY_STATEMENT)
                .with(CASH_RECEIPTS, said.cashReceiptsFen(), Source.CASH_BOOK)
                .with(PLATFORM_SALES, said.platformSalesFen(), Source.OWNER)
                .with(RECEIVABLES_CONFIRMED, said.receivablesConfirmedFen(), Source.DEBTORS);
    }
}
