package dev.clnrm.bench.cli;

import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.csv.HistoryCsv;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.json.HistoryDataJs;
import dev.clnrm.bench.report.json.HistoryJson;
import dev.clnrm.bench.report.openmetrics.HistoryOpenMetrics;
import dev.clnrm.bench.report.table.HistoryTable;

enum HistoryFormat {
    /** For a terminal. */
    TABLE,
    /** For programs: a stable interface. */
    JSON,
    /** For spreadsheets. */
    CSV,
    /** For Prometheus. */
    OPENMETRICS,
    /** The format of github-action-benchmark. */
    DATA_JS;

    String render(History history, int limit, boolean forecast, Style style) {
        return switch (this) {
            case TABLE -> new HistoryTable(style, limit, forecast).render(history);
            case JSON -> new HistoryJson(limit, forecast).render(history);
            case CSV -> new HistoryCsv(limit).render(history);
            case OPENMETRICS -> new HistoryOpenMetrics(limit).render(history);
            case DATA_JS -> new HistoryDataJs(limit).render(history);
        };
    }
}
