package io.sectorwatch.ingest.format;

import java.util.List;
import java.util.regex.Pattern;

/** Which dimension of a table is the time, by what offices call it in their languages. */
public final class TimeNames {
    private static final Pattern TIME = Pattern.compile(
            "(?iu)(?:ref(?:erence)?[ _.-]?)?(?:time|time[ _.-]?period|date|period|periode|periodo|per[ií]odo|p[ée]riode|tid|year|years"
                    + "|quarters?|months?|weeks?|jahr|jahre|quartal|monat|zeit|ann[ée]e|trimestre|mois|a[ñn]o|mes|anno|mese|år|aar"
                    + "|kvartal|m[åa]ned|månad|uge|uke|vecka|vuosi|vuosineljännes|kuukausi|viikko|ár|mánuður|ársfjórðungur|aasta"
                    + "|gads|rok|kwartał|miesiąc)");

    /** The only one that is called so; nothing where none or several are. */
    public static List<String> among(List<String> dimensions) {
        List<String> found =
                dimensions.stream().filter(name -> TIME.matcher(name).matches()).toList();
        return found.size() == 1 ? found : List.of();
    }

    private TimeNames() {}
}
