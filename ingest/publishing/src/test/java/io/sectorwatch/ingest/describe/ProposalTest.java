package io.sectorwatch.ingest.describe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.mapping.Moment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proposed for tables as publishers lay them out, and what becomes of them with it. */
class ProposalTest {
    private static final Moment MOMENT = new Moment(null, Instant.parse("2025-01-01T00:00:00Z"));

    @Test
    void takesTheAreaFromItsNameAndNotFromTheFrequency() throws IOException {
        assertThat(described("trips.tsv", """
                        freq,purpose,unit,geo\\TIME_PERIOD\t2022-W10 \t2022-W11
                        W,T,NR,PT\t710 \t:
                        W,T,NR,SE\t905 b\t880
                        """))
                .contains("area: {from: geo}   # by its name; 2 of 2 texts are known")
                .contains("status: {from: [OBS_FLAG], codes: eurostat}")
                .contains("2 series, 3 observations, 1 row without a figure.")
                .doesNotContain("DOUBTFUL");
    }

    @Test
    void proposesCodesAloneWhereLabelsStandBesideThem() throws IOException {
        String text = described("patents.csv", """
                STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,FREQ,Frequency of observation,KIND,Kind,UNIT_MEASURE,Unit of measure,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status,UNIT_MULT,Unit multiplier
                DATAFLOW,ABC:DF_PAT(1.0),Patents,I,KOR,Korea,A,Annual,TRI,TRIADIC,PAT,Patents,2020,,3.5,,A,Normal value,3,Thousands
                DATAFLOW,ABC:DF_PAT(1.0),Patents,I,JPN,Japan,A,Annual,TRI,TRIADIC,PAT,Patents,2020,,17,,E,Estimated value,3,Thousands
                DATAFLOW,ABC:DF_PAT(1.0),Patents,I,SVN,Slovenia,A,Annual,TRI,TRIADIC,PAT,Patents,2020,,12,,A,Normal value,0,Units
                """);
        assertThat(text)
                .contains("  KIND: TRI   # TRIADIC\n", "value: {multiply: UNIT_MULT}", "status: {from: [OBS_STATUS]}")
                .contains("3 series, 3 observations.")
                .doesNotContain("Normal value\"", "\"Reference area\":", "Kind:");
    }

    @Test
    void takesNumbersOfCountriesForThoseOfTheUnitedNationsOnlyWhereTheNameSaysSo() throws IOException {
        assertThat(described("crops.csv", """
                        Area Code,Area Code (M49),Area,Item Code,Item,Year Code,Year,Unit,Value,Flag,Flag Description
                        100,356,India,27,Rice,2020,2020,t,186500000,A,Official figure
                        101,360,Indonesia,27,Rice,2020,2020,t,54649202,A,Official figure
                        171,608,Philippines,27,Rice,2020,2020,t,19294856,E,Estimated value
                        171,608,Philippines,27,Rice,2021,2021,t,19960170,A,Official figure
                        """))
                .contains("area: {from: \"Area Code (M49)\", codes: m49}")
                .contains("\"Item Code\": \"27\"   # Rice")
                .contains("3 series, 4 observations.")
                .doesNotContain("\"Year Code\":", "Flag Description\":");
    }

    @ParameterizedTest
    @CsvSource({
        "REF_AREA, COUNTERPART_AREA",
        "reporter_iso, partner_iso",
        "geo, c_birth",
        "L_REP_CTY, L_CP_COUNTRY",
        "Pays, Partenaire partner"
    })
    void neverTakesThePartnerOfAFlow(String area, String partner) throws IOException {
        String rows = "\"" + partner + "\",\"" + area
                + "\",year,value\nBR,DK,2021,1\nCN,DK,2021,2\nIN,DK,2021,3\nBR,DK,2022,4\n";
        assertThat(described("trade.csv", rows))
                .contains("area: {from: " + area + "}")
                .contains("1 series, 2 observations.");
    }

    @Test
    void doesNotTakeUnitsForCountriesAndSaysThatNothingWouldBeIngested() throws IOException {
        assertThat(described("prices.csv", """
                        FREQ,REF_AREA,NATURE,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE
                        Q,FX,IND,SO,0,2021-Q1,101.5
                        Q,FX,IND,SO,0,2021-Q2,102.5
                        """))
                .contains("area: {from: REF_AREA}   # by its name; 0 of 1 text is known, not FX")
                .contains("DOUBTFUL: REF_AREA is called as areas are")
                .contains("DOUBTFUL: nothing would be ingested with this proposal as it stands.");
    }

    @Test
    void quotesNoTextOfWhichOnlyTheBeginningIsKept() throws IOException {
        assertThat(described(
                        "notes.csv",
                        "geo,method,year,value\nDK,\"" + "a long account of it ".repeat(9) + "\",2021,1\n"))
                .contains("1 series, 1 observation.")
                .doesNotContain("where:");
    }

    @Test
    void saysThatWhatIsProposedDoesNotTellSeriesApart() throws IOException {
        assertThat(described("ages.csv", """
                        geo,age,year,value
                        DK,,2021,1.5
                        DK,Y15-24,2021,2.5
                        DK,Y25-54,2021,3.5
                        """))
                .contains("DOUBTFUL: 2 rows with another figure for a period that has one already");
    }

    @Test
    void saysThatNoNameShowsWhichComponentIsTheArea() throws IOException {
        assertThat(described("figures.csv", """
                        who,year,value
                        DNK,2021,1.5
                        SWE,2021,2.5
                        """))
                .contains("DOUBTFUL: no name says which component is the area; of who, 2 of 2 texts are")
                .contains("area: {from: who}   # by its texts alone; 2 of 2 texts are known");
    }

    @Test
    void saysThatNumbersMayBeThoseOfAnotherList() throws IOException {
        assertThat(described("duties.csv", "REPORTER,PARTNER,year,value\n756,000,2021,1.5\n756,040,2021,2.5\n"))
                .contains("DOUBTFUL: the numbers in REPORTER are taken for those of UN M49")
                .contains("area: {from: REPORTER, codes: m49}", "PARTNER: \"000\"");
    }

    @ParameterizedTest
    @CsvSource({"geo, DK01, SE11, nuts", "region, CA-ON, CA-QC, iso-3166-2"})
    void keepsRegionsWhereTheirCodesShowThem(String name, String one, String other, String list) throws IOException {
        assertThat(described("regions.csv", name + ",year,value\n" + one + ",2021,1\n" + other + ",2021,2\n"))
                .contains("area: {from: " + name + ", codes: " + list + "}", "2 series, 2 observations.");
    }

    @Test
    void multipliesByAScaleInWords() throws IOException {
        assertThat(described("gdp.csv", """
                        Country,Units,Scale,Year,Value
                        Chile,Pesos,Billions,2021,1.5
                        Peru,Soles,Millions,2021,2.5
                        """))
                .contains("  Scale: Billions\n", "value: {multiply: 1000000000}   # as Scale says")
                .contains("1 series, 1 observation.");
    }

    @ParameterizedTest
    @CsvSource({
        "Land;Jahr;Ausfuhr, Polen;2021;1.5, Polen;2022;2.5",
        "country;année;exportations, Pologne;2021;1.5, Pologne;2022;2.5",
        "iso3;Calendar year;GERD, POL;2021;1.5, POL;2022;2.5",
        "Pays;Trimestre;Part, Pologne;2021-Q1;1.5, Pologne;2021-Q2;.."
    })
    void takesTheOneColumnThatIsLeftForTheFigureAndSaysSo(String header, String one, String other) throws IOException {
        String[] names = header.split(";", -1);
        assertThat(described("own.csv", header + '\n' + one + '\n' + other + '\n')
                        .replaceAll("\\s+", " "))
                .contains("no name says which; taken are " + names[1] + " for the period and " + names[2]
                        + " for the figure")
                .contains("value: {from: " + names[2] + "}")
                .containsPattern("period: \\{from: \"?" + names[1])
                .contains("1 series, ");
    }

    @Test
    void takesOneOfTwoColumnsThatSayTheSamePeriods() throws IOException {
        assertThat(described("portal.csv", """
                        "COU","Country","VAR","Variable","TIME","Year","PowerCode Code","PowerCode","Value","Flag Codes","Flags"
                        "NOR","Norway","B","BERD","2019","2019","6","Millions",1.5,"E","Estimated value"
                        "SWE","Sweden","B","BERD","2019","2019","6","Millions",2.5,,
                        "FIN","Finland","B","BERD","2019","2019","6","Millions",3.5,"P","Provisional value"
                        """))
                .contains("area: {from: COU}", "period: {from: TIME}", "status: {from: [\"Flag Codes\"]}")
                .contains("value: {from: Value, multiply: \"PowerCode Code\"}", "VAR: B   # BERD")
                .contains("3 series, 3 observations.")
                .doesNotContain("DOUBTFUL");
    }

    @Test
    void saysThatMostAreasAreLeftOut() throws IOException {
        assertThat(described("bases.csv", """
                        geo,base,year,value
                        DK,B10,2021,1.5
                        SE,B15,2021,2.5
                        NO,B12,2021,3.5
                        FI,B12,2021,3.5
                        """))
                .contains("DOUBTFUL: of 4 areas only 1 is taken: what stands under where:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KEY,REF_AREA | RD.FR,FR;RD.DE,DE;RD.IT,IT
            REF_AREA,KEY | FR,RD.FR;DE,RD.DE;IT,RD.IT
            ref_area,SEX,source | FRA,T,BA:1;DEU,T,BA:2;ITA,T,BB:3
            REF_AREA,MEASURE,SOURCE | FRA,G,BA:1;DEU,G,BA:2;DEU,G,BC:4
            """)
    void leavesOutWhatIsAnotherKeyOfTheArea(String header, String rows) throws IOException {
        String table = header + ",TIME_PERIOD,OBS_VALUE\n" + rows.replace(";", ",YEAR,1.5\n") + ",YEAR,1.5\n";
        String text = described("keys.csv", table.replaceFirst("YEAR", "2020").replace("YEAR", "2021"));
        assertThat(text)
                .containsPattern("# (KEY|source|SOURCE) is left out of where: each of its 3 codes is of one area alone")
                .doesNotContain("DOUBTFUL")
                .contains("observations.");
    }

    @Test
    void doesNotChooseBetweenTwoColumnsOfFigures() throws IOException {
        assertThat(described("two.csv", "geo,year,exports,imports\nDK,2021,1.5,2.5\n"))
                .contains("which column holds the figure cannot be told");
    }

    @Test
    void leavesTheAreaOpenWhereThereAreOnlyPeriodAndFigure() throws IOException {
        assertThat(described("national.csv", "year,value\n2021,1.5\n2022,2.5\n"))
                .contains("area: fill-in   # nothing in the file says it", "DOUBTFUL: of which area the figures are")
                .contains("1 series, 2 observations.");
    }

    @Test
    void writesTheAnswersOfAPerson() throws IOException {
        Map<String, String> answers = Map.of(
                "What do you call the indicator?", "Exports of Chips",
                "In which unit are the figures?", "million-eur",
                "Who publishes the figures?", "Own Desk",
                "When did the figures become known?", "2024-05-06");
        List<Question> asked = new ArrayList<>();
        MappingDraft draft = draft("own.csv", "Country,2021,2022\nPoland,1,2\nPeru,3,4\n", question -> {
            asked.add(question);
            return answers.entrySet().stream()
                    .filter(each -> question.words().startsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(question.proposed());
        });
        assertThat(draft.yaml())
                .contains("indicator: exports-of-chips\n", "unit: million-eur\n", "source: own-desk\n")
                .contains("area: {from: Country, codes: names}", "period: {columns: years}")
                .contains("published: given   # of the edition at hand: --published 2024-05-06\n");
        assertThat(draft.notes()).contains("With mapping exports-of-chips: 2 series, 4 observations.");
        assertThat(asked)
                .filteredOn(question -> question.words().contains("column says the area"))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.complaint().apply("Kountry")).isPresent();
                    assertThat(question.complaint().apply("POL")).isEmpty();
                });
    }

    @Test
    void proposesWhatFlagsMeanAndSaysWhatIsNotKnown() throws IOException {
        assertThat(described("flags.csv", "country,2020,2021\nPER,1.5p,2\nCHL,1.5*,2 e\n"))
                .contains("value: {flags: behind}   # 'p' stands behind one")
                .contains("status: {from: [OBS_FLAG], codes: eurostat}")
                .contains("2 series, 4 observations.")
                .doesNotContain("DOUBTFUL");
        assertThat(described("flags.csv", "country,year,value,flag\nPER,2020,1.5,(p)\nCHL,2020,1,q\n"))
                .contains("codes: {\"(p)\": P}}")
                .contains("DOUBTFUL: what 'q' says of a figure is not known");
        assertThat(described("flags.csv", "country,2020,2021\nPER,1.5b,2\nCHL,1,2\n"))
                .contains("DOUBTFUL: b behind a figure is taken for a break in the series, and may stand");
    }

    @Test
    void doesNotTakeDaysForFiscalYearsAndSaysWhereSeriesMayDiffer() throws IOException {
        assertThat(described("fred.csv", "observation_date,GDPC1,UNRATE\n2023-01-01,1,3.4\n2023-04-01,2,3.5\n"))
                .doesNotContain("fiscal")
                .contains("DOUBTFUL: nothing would be ingested");
        assertThat(described("fred.csv", "DATE,PAYEMS,UNRATE\n2023-01-01,1,3\n2023-02-01,2,3\n2023-03-01,2,3\n"))
                .contains("period: {frequency: M}", "DOUBTFUL: the days of all series together");
    }

    @Test
    void proposesThatTheFirstOfTwoYearsCountsAndSaysThatNothingSaysSo() throws IOException {
        assertThat(described("fiscal.csv", "country,year,value\nAUS,2019-20,35.6\nAUS,2021-22,38.7\n"))
                .contains("period: {fiscal: start}", "DOUBTFUL: of two years such as 2022/23 nothing says which");
    }

    @Test
    void saysThatAReadyMappingNeedsNoOther() throws IOException {
        assertThat(draft("GDPC1.csv", "observation_date,GDPC1\n2023-01-01,22112.329\n", Interview.NONE)
                        .notes())
                .contains("A ready mapping reads this already, and none needs to be written: fred-gdp.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Jan 20 | Feb 20 | {form: MMM yy, since: 1950}
            Jan-20 | Feb-20 | {form: MMM-yy, since: 1950}
            Jan'20 | Feb'20 | {form: "MMM''yy", since: 1950}
            4Q49 | 1Q50 | {form: "Q'Q'yy", since: 1950}
            """)
    void proposesTheFormOfYearsOfTwoDigitsAsTheFirstShowsIt(String first, String second, String saying)
            throws IOException {
        assertThat(described("wheat.csv", "country,month,value\nPER," + first + ",1.5\nPER," + second + ",1.7\n"))
                .contains("period: " + saying + "   # the century is not said")
                .contains("1 series, 2 observations.");
    }

    @Test
    void proposesColumnsOfAreasWhereTheirHeadingsAreAreas() throws IOException {
        assertThat(described("trips.csv", """
                        Year,Kind,Portugal,Sweden,Viet Nam,Note
                        2020,all,1.5,2,,new
                        2021,all,:,3,4,
                        """))
                .contains("area: {columns: \"*\", skip: [Note], codes: names}   # the headings; 3 of 3 texts are known")
                .contains("period: {from: Year}", "Kind: all", "and those of 3")
                .contains("With mapping trips: 3 series, 4 observations, 2 rows without a figure.")
                .doesNotContain("DOUBTFUL")
                .doesNotContain("rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~1,46", "<0,1", "€1,46"})
    void takesAColumnForFiguresWhereASignStandsBeforeOneOfThem(String signed) throws IOException {
        assertThat(described(
                        "trips.csv",
                        "Jahr;Portugal;Schweden\n2020;3,13;" + signed + "\n2021;3,11;2,18\n2022;3,1;2,2\n"))
                .contains("area: {columns: \"*\", codes: names}   # the headings; 2 of 2 texts are known")
                .contains("2 series, 5 observations.", "1 row rejected");
    }

    @Test
    void saysWhichOfTheHeadingsIsNoArea() throws IOException {
        assertThat(described("trips.csv", "Year,NO,SE,ID,All four\n2020,1,2,3,6\n2021,2,3,4,9\n"))
                .contains("area: {columns: \"*\"}   # the headings; 3 of 4 texts are known, not All four")
                .contains("DOUBTFUL: nothing says that the headings are areas; 3 of 4")
                .contains("3 series, 6 observations.", "2 rows rejected", "the heading is 'All four'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reporter,year,Portugal,Sweden | PER,2020,1,2
            year,IN,ALL | 2020,1,2
            year,Portugal,other,more,rest,total | 2020,1,2,3,4,5
            """)
    void doesNotTakePartnersOrAFewWordsForAreas(String header, String row) throws IOException {
        assertThat(described("two.csv", header + '\n' + row + '\n'))
                .contains("which column holds the figure cannot be told", "indicator: {columns: …}");
    }

    @Test
    void asksForNoColumnOfTheAreaWhereTheHeadingsAreAreas() throws IOException {
        List<String> asked = new ArrayList<>();
        MappingDraft draft = draft("trips.csv", "Year,Portugal,Sweden\n2020,1,2\n", question -> {
            asked.add(question.words());
            return question.proposed();
        });
        assertThat(asked).noneMatch(words -> words.contains("column says the area"));
        assertThat(draft.yaml()).contains("area: {columns: \"*\", codes: names}");
        assertThat(draft.notes()).contains("2 series, 2 observations.");
    }

    @Test
    void proposesTheOneSeriesThatLinesAboveTheFiguresDescribe() throws IOException {
        String text = described("mills.csv", """
                        "Title","Output of mills"
                        "CDID","QQA1"
                        "Unit","tonnes"
                        "Release date","30-09-2022"
                        "Next release","31 October 2022"
                        "1990","10"
                        "1990 Q1","2.5"
                        "1990 JAN","0.5"
                        """);
        assertThat(text)
                .contains("CDID: QQA1", "unit: tonnes   # as Unit says", "area: fill-in", "3 series, 3 observations.")
                .doesNotContain("\"Release date\":", "\"Next release\":");
    }

    private static String described(String name, String text) throws IOException {
        try {
            return describer().describe(name, () -> new ByteArrayInputStream(text.getBytes(UTF_8)));
        } catch (UnreadableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static MappingDraft draft(String name, String text, Interview interview) throws IOException {
        return describer().draft(name, () -> new ByteArrayInputStream(text.getBytes(UTF_8)), interview);
    }

    private static Describer describer() {
        SourceReader.Options options = new SourceReader.Options(null, null, null, null);
        return new Describer(options::formatOf, options.reading(), null, MOMENT);
    }
}
