package net.diag.record;

import java.util.Locale;

/** Finds the name that was probably meant: the nearest by letters changed, left out, added or swapped. */
public final class NearestName {
    private NearestName() {}

    /** The name nearest to {@code typed}, or null if none is near enough to be worth a question. */
    public static String of(String typed, Iterable<String> names) {
        String best = null;
        int bestDistance = Math.max(1, Math.min(3, typed.length() / 2)) + 1;
        String t = typed.toLowerCase(Locale.ROOT);
        for (String name : names) {
            int d = distance(t, name.toLowerCase(Locale.ROOT));
            if (d < bestDistance) {
                bestDistance = d;
                best = name;
            }
        }
        return best;
    }

    /** The optimal string alignment distance; 99 when the lengths alone are too far apart. */
    static int distance(String a, String b) {
        int n = a.length();
        int m = b.length();
        if (Math.abs(n - m) > 3 || n > 64 || m > 64) {
            return 99;
        }
        int[] before = new int[m + 1];
        int[] above = new int[m + 1];
        int[] row = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            row[0] = i;
            for (int j = 1; j <= m; j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int d = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = swapped ? Math.min(d, before[j - 2] + 1) : d;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[m];
    }
}
