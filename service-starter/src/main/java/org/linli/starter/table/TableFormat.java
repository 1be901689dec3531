package org.linli.starter.table;

/** What a table is written as; the names are those of the parameter. */
public enum TableFormat {
    csv("text/csv;charset=UTF-8"),
    xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String contentType;

    TableFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }
}
