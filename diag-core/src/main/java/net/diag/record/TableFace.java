package net.diag.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table for people: a head, numbers right-aligned, texts left, columns as wide as they need to be.
 *
 * <p>The widths come from the first {@link #LOOKAHEAD} rows, or from those that are there when the
 * source pauses; later rows are printed as they come, and a wider value pushes its row. Records of
 * another type begin a table of their own. On a terminal, too wide a table loses the columns in which
 * none of those rows has a value, then has its widest text columns cut.
 */
public final class TableFace implements RecordSink {
    private static final int LOOKAHEAD = 500;
    private static final int LEAST_CUT = 8;

    private final TextOut out;
    private final int columns;
    private final CellText cells = new CellText();
    private final List<String[]> waiting = new ArrayList<>();

    private RecordType<?> type;
    private List<? extends Field<?>> fields = List.of();
    private int[] widths;
    private boolean[] right;
    private boolean[] hidden;
    private boolean first = true;

    /** A table to {@code out}, at most {@code columns} wide (0: no limit). */
    public TableFace(TextOut out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> void accept(RecordType<R> recordType, R record) {
        if (recordType != type) {
            begin(recordType);
        }
        // begin() took them from this very type.
        List<Field<R>> own = (List<Field<R>>) fields;
        String[] row = new String[own.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = cells.of(own.get(i), record);
        }
        if (widths != null) {
            print(row);
        } else {
            waiting.add(row);
            if (waiting.size() >= LOOKAHEAD) {
                settle();
            }
        }
    }

    private void begin(RecordType<?> recordType) {
        settle();
        type = recordType;
        fields = recordType.tableColumns();
        widths = null;
    }

    /** Fix the widths by the rows at hand and print them. */
    private void settle() {
        if (type == null || widths != null || waiting.isEmpty()) {
            return;
        }
        int n = fields.size();
        int[] w = new int[n];
        right = new boolean[n];
        hidden = new boolean[n];
        String[] head = new String[n];
        for (int i = 0; i < n; i++) {
            head[i] = CellText.head(fields.get(i));
            right[i] = CellText.isNumber(fields.get(i));
            w[i] = DisplayWidth.of(head[i]);
            for (String[] row : waiting) {
                w[i] = Math.max(w[i], DisplayWidth.of(row[i]));
            }
        }
        hideEmpty(w);
        fit(w);
        widths = w;
        if (!first) {
            out.println();
        }
        first = false;
        print(head);
        for (String[] row : waiting) {
            print(row);
        }
        waiting.clear();
    }

    private void hideEmpty(int[] w) {
        if (columns <= 0 || total(w) <= columns) {
            return;
        }
        for (int i = 0; i < w.length; i++) {
            boolean empty = true;
            for (String[] row : waiting) {
                empty &= row[i].isEmpty() || row[i].equals(CellText.ABSENT);
            }
            hidden[i] = empty;
        }
        if (total(w) < 0) {
            Arrays.fill(hidden, false); // nothing at all has a value: show the head
        }
    }

    private int total(int[] w) {
        int total = -2;
        for (int i = 0; i < w.length; i++) {
            total += hidden[i] ? 0 : w[i] + 2;
        }
        return total;
    }

    /** Take from the widest text column until the table fits, or nothing more can be taken. */
    private void fit(int[] w) {
        if (columns <= 0) {
            return;
        }
        int total = total(w);
        while (total > columns) {
            int widest = -1;
            for (int i = 0; i < w.length; i++) {
                boolean text = !hidden[i] && !right[i] && fields.get(i).type() != FieldType.ADDRESS;
                if (text && w[i] > LEAST_CUT && (widest < 0 || w[i] > w[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            w[widest]--;
            total--;
        }
    }

    private void print(String[] row) {
        int last = row.length - 1;
        while (last > 0 && hidden[last]) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            if (hidden[i]) {
                continue;
            }
            boolean text = !right[i] && fields.get(i).type() != FieldType.ADDRESS;
            String cell = columns > 0 && text ? DisplayWidth.cut(row[i], Math.max(widths[i], 1)) : row[i];
            int gap = widths[i] - DisplayWidth.of(cell);
            if (right[i]) {
                out.spaces(gap).print(cell);
            } else if (i < last) {
                out.print(cell).spaces(gap);
            } else {
                out.print(cell);
            }
            if (i < last) {
                out.print("  ");
            }
        }
        out.println();
    }

    @Override
    public void flush() {
        settle();
        out.flush();
    }

    @Override
    public void finish() {
        settle();
        out.flush();
    }
}
