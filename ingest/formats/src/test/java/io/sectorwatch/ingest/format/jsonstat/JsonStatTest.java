package io.sectorwatch.ingest.format.jsonstat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.registry.Formats;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonStatTest {
    private static final String TABLE = "{'class':'dataset','id':['geo','time'],'size':[1,3],'dimension':{"
            + "'geo':{'category':{'index':{'FR':0}}},'time':{'category':{'index':['2020','2021','2022']}}},";

    private static Found read(String text) throws IOException {
        return Found.in(new JsonStat(), text.replace('\'', '"'));
    }

    private static Found sample(String name) throws IOException {
        return Found.in(new JsonStat(), Found.sample(JsonStatTest.class, "samples/" + name));
    }

    @Test
    void readsASparseTableThatComesBeforeItsDimensions() throws IOException {
        Found found = sample("sparse.json");
        assertThat(found.rows)
                .containsExactly(
                        "freq=A, geo=EU27_2020, TIME_PERIOD=2022, OBS_VALUE=2.22, OBS_FLAG=e",
                        "freq=A, geo=EU27_2020, TIME_PERIOD=2023, OBS_VALUE=2.26",
                        "freq=A, geo=EU27_2020, TIME_PERIOD=2024, OBS_FLAG=:c",
                        "freq=A, geo=EL, TIME_PERIOD=2022, OBS_VALUE=0",
                        "freq=A, geo=EL, TIME_PERIOD=2024, OBS_VALUE=-1.5E1, OBS_FLAG=b");
        assertThat(found.begun)
                .extracting(DataSet::id, set -> String.valueOf(set.published()), DataSet::components)
                .containsExactly(tuple(
                        "RD_REG",
                        "2026-03-18T22:00:00Z",
                        List.of("freq", "geo", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG")));
        assertThat(found.rejections).isEmpty();
    }

    @Test
    void takesTheFrequencyFromTheNameOfPxStatsTime() throws IOException {
        Found found = read("{'class':'dataset','id':['TLIST(M1)','geo'],'size':[2,1],'dimension':{"
                + "'TLIST(M1)':{'category':{'index':['202311','202312']}},'geo':{'category':{'index':['IE']}}},"
                + "'role':{'time':['TLIST(M1)']},'value':[1,2]}");
        assertThat(found.rows)
                .containsExactly(
                        "TIME_PERIOD=202311, geo=IE, FREQ=M, OBS_VALUE=1",
                        "TIME_PERIOD=202312, geo=IE, FREQ=M, OBS_VALUE=2");
    }

    @Test
    void readsADenseTableWithItsOwnNameForTime() throws IOException {
        Found found = sample("dense.json");
        assertThat(found.rows)
                .containsExactly(
                        "area=AAA, TIME_PERIOD=2020, OBS_VALUE=1",
                        "area=AAA, TIME_PERIOD=2021, OBS_FLAG=m",
                        "area=BBB, TIME_PERIOD=2020, OBS_VALUE=3.5",
                        "area=BBB, TIME_PERIOD=2021");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("Dense");
        assertThat(found.begun.get(0).published()).isEqualTo("2025-01-02T00:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("statusesOfAll")
    void givesOneStatusToAllCells(String status) throws IOException {
        assertThat(read(TABLE + "'value':[1,2,3],'status':" + status + "}").rows)
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).endsWith("OBS_FLAG=p"));
    }

    static Stream<String> statusesOfAll() {
        return Stream.of("'p'", "['p']");
    }

    @Test
    void rejectsCellsGivenTwiceAndCellsOutside() throws IOException {
        Found found = read(TABLE + "'value':{'2':3,'0':1,'2':4,'0':5,'0':6,'3':7}}");
        assertThat(found.rows).isEmpty();
        assertThat(found.reasons())
                .containsExactly(
                        "cell 0 is given twice",
                        "cell 2 is given twice",
                        "cell 3 lies outside of the table, which has 3 (counted from 0)");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(TABLE + "'value':[1,2]}", "has 3 cells, but 2 values"),
                arguments(TABLE + "'value':[1,2,3],'status':['a','b']}", "has 3 cells, but 2 statuses"),
                arguments(TABLE + "'value':{'x':1}}", "a cell 'x', which is no number"),
                arguments(TABLE + "'value':[1,2,3],'value':[1,2,3]}", "the values are given twice"),
                arguments(TABLE.replace("'time'", "'age'") + "'value':{}}", "no dimension of time, only [geo, age]"),
                arguments(TABLE.replace("[1,3]", "[1,4]") + "'value':{}}", "has 3 codes, but its size is given as 4"),
                arguments(TABLE.replace("'FR':0", "'FR':1") + "'value':{}}", "none has place 0"),
                arguments(TABLE.replace("'FR':0", "'FR':0,'DE':0") + "'value':{}}", "the same place"),
                arguments(TABLE.replace("'geo':{'c", "'g':{'c") + "'value':{}}", "says nothing of its dimension 'geo'"),
                arguments("{'class':'dimension'}", "a dimension, not a data set"),
                arguments("{'dataset':{}}", "has no values, or no dimensions with their 'id' and 'size'"),
                arguments(
                        "{'class':'collection','link':{'item':[{'class':'dataset','href':'https://a.example/b'},{}]}}",
                        "a collection of 2 links, the first to https://a.example/b, and holds no figures"),
                arguments("{'link':{'item':[]},'class':'collection'}", "says only behind its links"),
                arguments("{'error':[{'status':413,'label':'too many'}]}", "an answer without data: 413, too many"),
                arguments("{'warning':{'status':'413','label':'later'}}", "an answer without data: 413, later"),
                arguments("{}", "no JSON-stat 2.0"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String text, String words) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }

    @Test
    void bringsManyCellsOutOfOrderIntoOrder() throws IOException {
        StringBuilder values = new StringBuilder();
        StringBuilder codes = new StringBuilder();
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            int cell = (int) (i * 7_919L % count);
            values.append(i == 0 ? "" : ",")
                    .append("'")
                    .append(cell)
                    .append("':")
                    .append(cell);
            codes.append(i == 0 ? "" : ",").append("'").append(i).append("'");
        }
        Found found = read("{'class':'dataset','value':{" + values + "},'id':['time'],'size':[" + count
                + "],'dimension':{'time':{'category':{'index':[" + codes + "]}}}}");
        assertThat(found.rows).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(found.rows.get(i)).isEqualTo("TIME_PERIOD=" + i + ", OBS_VALUE=" + i);
        }
    }

    @Test
    void readsTheOneTableOfVersion1() throws IOException {
        Found found = Found.in(new JsonStat(), """
                {"dataset":{"status":{"2":".."},"value":[101.5,102,null],"label":"Prices","updated":"2024-04-10T06:00:00Z",
                 "dimension":{"Tid":{"category":{"index":{"2024M01":0,"2024M02":1,"2024M03":2}}},
                  "Land":{"category":{"label":{"NO":"Norway"}}},
                  "id":["Land","Tid"],"size":[1,3],"role":{"time":["Tid"]}}}}""");
        assertThat(found.rows)
                .containsExactly(
                        "Land=NO, TIME_PERIOD=2024M01, OBS_VALUE=101.5",
                        "Land=NO, TIME_PERIOD=2024M02, OBS_VALUE=102",
                        "Land=NO, TIME_PERIOD=2024M03, OBS_FLAG=..");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("Prices");
        assertThat(found.begun.get(0).published()).isEqualTo("2024-04-10T06:00:00Z");
    }

    @Test
    void readsABundleUnderTheNamesOfItsTables() throws IOException {
        String table = "{\"value\":{\"0\":%s},\"dimension\":{\"id\":[\"geo\",\"time\"],\"size\":[1,1],"
                + "\"geo\":{\"category\":{\"index\":[\"FR\"]}},\"time\":{\"category\":{\"index\":[\"2020\"]}}}}";
        String bundle =
                "{\"jobs\":" + table.formatted("1.5") + ",\"about\":{\"x\":1},\"pay\":" + table.formatted("2.5") + "}";
        Found found = Found.in(new JsonStat(), bundle);
        assertThat(found.rows)
                .containsExactly("geo=FR, TIME_PERIOD=2020, OBS_VALUE=1.5", "geo=FR, TIME_PERIOD=2020, OBS_VALUE=2.5");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("jobs", "pay");
        assertThat(found.lines).containsExactly(1L, 2L);
        assertThat(Formats.recognise(bundle.getBytes(UTF_8), null)).isInstanceOf(JsonStat.class);
    }

    @Test
    void readsWhatACollectionHoldsAndSaysWhatItOnlyLinksTo() throws IOException {
        Found found = Found.in(new JsonStat(), """
                {"version":"2.0","class":"collection","label":"Two","link":{"self":[{"href":"https://a.example/"}],"item":[
                 {"class":"dataset","href":"https://a.example/1","label":"One","updated":"2024-01-02","id":["geo","time"],
                  "size":[1,1],"role":{"time":["time"]},"dimension":{"geo":{"category":{"index":["FR"]}},
                  "time":{"category":{"index":["2020"]}}},"value":[3.5]},
                 {"class":"dataset","href":"https://a.example/2"}]}}""");
        assertThat(found.rows).containsExactly("geo=FR, TIME_PERIOD=2020, OBS_VALUE=3.5");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("One");
        assertThat(found.reasons())
                .containsExactly("beside its tables the collection has 1 link, the first to https://a.example/2: these"
                        + " are not read");
    }

    @Test
    void knowsTheTimeByItsNameWhereNoRoleSaysIt() throws IOException {
        String table =
                "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"geo\",\"%s\"],\"size\":[1,1],\"dimension\":{"
                        + "\"geo\":{\"category\":{\"index\":[\"FR\"]}},\"%s\":{\"category\":{\"index\":[\"2020\"]}}},\"value\":[1.5]}";
        for (String name : new String[] {"Year", "Kvartal", "Année", "Tid", "Vuosi"}) {
            assertThat(Found.in(new JsonStat(), table.formatted(name, name)).rows)
                    .as(name)
                    .containsExactly("geo=FR, TIME_PERIOD=2020, OBS_VALUE=1.5");
        }
        assertThatThrownBy(() -> Found.in(new JsonStat(), table.formatted("Cohort", "Cohort")))
                .hasMessageContaining("its 'role' would say which it is");
        assertThatThrownBy(() ->
                        Found.in(new JsonStat(), table.replace("geo", "Month").formatted("Year", "Year")))
                .hasMessageContaining("no dimension of time, only [Month, Year]");
    }
}
