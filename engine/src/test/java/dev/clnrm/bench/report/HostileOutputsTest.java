package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.report.format.Format;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Checks every format with texts that an attacker wrote. */
class HostileOutputsTest {
    private static List<String> rendered(Format format) {
        return List.of(
                format.renderer(new Style(Style.WIDTH, Palette.NONE)).render(Hostile.view()),
                format.renderer(new Style(Style.WIDTH, Palette.NONE))
                        .render(Comments.hostile().view()));
    }

    /** The characters that control a terminal, reorder a line, or are not valid characters. */
    private static Set<String> steering(String text) {
        return text.replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c != '\n')
                .filter(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                })
                .mapToObj(Integer::toHexString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"TABLE", "CSV", "MARKDOWN", "JUNIT"})
    void nothing_steers_a_terminal_or_reorders_a_line(Format format) {
        for (String text : rendered(format)) {
            assertThat(steering(text)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"TABLE", "CSV", "MARKDOWN", "JUNIT"})
    void no_line_is_a_command_of_github_actions_or_ends_one(Format format) {
        for (String text : rendered(format)) {
            assertThat(text).doesNotContainMatch("(?m)^\\s*::");
            assertThat(text).doesNotContain("##[");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "MARKDOWN"})
    void ten_thousand_letters_are_cut_where_people_read(Format format) {
        for (String text : rendered(format)) {
            assertThat(text).doesNotContain("x".repeat(Inert.LONGEST_COMMAND));
        }
    }

    @Test
    void json_gives_programs_the_names_as_they_are() throws Exception {
        for (String text : rendered(Format.JSON)) {
            JsonNode json = new ObjectMapper().readTree(text);
            List<String> names = json.findValuesAsText("benchmark");
            for (String hostile : Hostile.TEXTS) {
                boolean lone = hostile.indexOf('\ud800') >= 0;
                assertWithMessage(hostile)
                        .that(lone || names.stream().anyMatch(name -> name.contains(hostile)))
                        .isTrue();
            }
        }
    }

    @Test
    void junit_is_xml_whatever_a_case_is_called() throws Exception {
        for (String text : rendered(Format.JUNIT)) {
            Document xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
            NodeList tests = xml.getElementsByTagName("testcase");
            assertThat(tests.getLength()).isGreaterThan(Hostile.TEXTS.size());
            assertThat(xml.getElementsByTagName("script").getLength()).isEqualTo(0);
        }
    }

    @Test
    void a_spreadsheet_takes_no_cell_for_a_formula() {
        for (String text : rendered(Format.CSV)) {
            assertThat(text).doesNotContainMatch("(?m)(^|,)\"?[=+@]");
        }
    }
}
