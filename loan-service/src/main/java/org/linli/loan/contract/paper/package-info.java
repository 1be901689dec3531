/**
 * Text on paper: lines of a template in, a PDF with an embedded Chinese font out. The same text always gives the same
 * bytes. Allowed dependencies: PDFBox, the font's files.
 */
@NullMarked
package org.linli.loan.contract.paper;

import org.jspecify.annotations.NullMarked;
