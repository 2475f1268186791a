package io.sectorwatch.deliver.delivery;

import io.sectorwatch.deliver.notice.Notice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is told at once.
 *
 * @param records in their order, with those that the target is not told of
 * @param notices what it is told
 */
record Batch(List<Waiting> records, List<Notice> notices) {
    /**
     * The first of what waits.
     *
     * @param most how many notices at most
     * @param all whether the target is told of what its filter does not choose, too
     */
    static Batch of(Collection<Waiting> waiting, int most, boolean all) {
        List<Waiting> records = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (Waiting record : waiting) {
            Notice notice = record.notice();
            if (notice != null && (all || notice.isChosen())) {
                if (notices.size() == most) {
                    break;
                }
                notices.add(notice);
            }
            records.add(record);
        }
        return new Batch(records, notices);
    }
}
