package net.diag.netstat.firewall;

import java.util.ArrayList;
import java.util.List;

/** Takes out comparisons that nft adds by itself, where it would add them at the same place again. */
final class Dependencies {
    private Dependencies() {}

    /** The texts of those that have to be written. */
    static List<String> withoutImplied(List<Statement> all) {
        boolean[] implied = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            List<String> needs = new ArrayList<>(all.get(i).needs());
            for (int j = i - 1; j >= 0 && !needs.isEmpty(); j--) {
                if (implied[j]) {
                    break;
                }
                // nft puts the lower layer first, so walking back the last need comes first.
                String last = needs.get(needs.size() - 1);
                if (!last.equals(all.get(j).provides())) {
                    break;
                }
                implied[j] = true;
                needs.remove(needs.size() - 1);
            }
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!implied[i]) {
                texts.add(all.get(i).text());
            }
        }
        return texts;
    }
}
