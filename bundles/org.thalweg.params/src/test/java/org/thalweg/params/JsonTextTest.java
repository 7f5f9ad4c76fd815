package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
  private static List<String> findings(String text) {
    return JsonText.read(text).findings().stream().map(Finding::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                       | line 1, column 2: the text ends too early; a closing bracket,"
            + " brace or value is missing",
        "{\"a\":                 | a: line 1, column 6: the text ends too early; a closing bracket,"
            + " brace or value is missing",
        "{\"a\": {\"b\": [1,     | a.b[1]: line 1, column 16: the text ends too early; a closing"
            + " bracket, brace or value is missing",
        "{\"a\": NaN}            | a: line 1, column 7: NaN is not a JSON number; only finite"
            + " numbers are allowed",
        "{\"a\": -Infinity}      | a: line 1, column 7: -Infinity is not a JSON number; only finite"
            + " numbers are allowed",
        "{\"a\": [1, nan]}       | a[1]: line 1, column 11: nan is not a JSON number; only finite"
            + " numbers are allowed",
        "{\"a\": 'x'}            | a: line 1, column 7: strings and keys take double quotes, not"
            + " single ones",
        "{'a': 1}                | line 1, column 2: strings and keys take double quotes, not"
            + " single ones",
        "{abc: 1}                | line 1, column 2: abc must be in double quotes",
        "{\"a\": fast}           | a: line 1, column 7: fast must be in double quotes",
        "{\"a\": True}           | a: line 1, column 7: True must be written true",
        "{\"a\": NULL}           | a: line 1, column 7: NULL must be written null",
        "{\"a\": 1,}             | line 1, column 9: a comma before '}'; JSON has no trailing"
            + " commas",
        "[1,]                    | [1]: line 1, column 4: a value is missing before ]; JSON has no"
            + " trailing commas",
        "[1,,2]                  | [1]: line 1, column 4: a value is missing before ,; JSON has no"
            + " trailing commas",
        "[1 2]                   | [1]: line 1, column 4: expected ',' or ']', found \"2\"",
        "{\"a\": 1 \"b\": 2}     | line 1, column 9: expected ',' or '}', found \"\\\"\"",
        "{\"a\" 1}               | a: line 1, column 6: expected ':' after the key, found \"1\"",
        "{\"a\"= 1}              | a: line 1, column 5: unexpected \"=\"",
        "{\"a\": 1; \"b\": 2}    | a: line 1, column 8: unexpected \";\"",
        "{\"a\": ]}              | a: line 1, column 7: expected a value, found \"]\"",
        "{\"a\": 01}             | a: line 1, column 7: 01 is not a JSON number: no leading plus,"
            + " zero or point, digits on both sides of a point, decimal",
        "{\"a\": +1}             | a: line 1, column 7: +1 is not a JSON number: no leading plus,"
            + " zero or point, digits on both sides of a point, decimal",
        "{\"a\": .5}             | a: line 1, column 7: .5 is not a JSON number: no leading plus,"
            + " zero or point, digits on both sides of a point, decimal",
        "{\"a\": 0x1F}           | a: line 1, column 7: 0x1F is not a JSON number: no leading plus,"
            + " zero or point, digits on both sides of a point, decimal",
        "{\"a\": \"x\\qy\"}      | a: line 1, column 10: invalid escape sequence",
        "{\"a\": \"abc           | a: line 1, column 10: a string has no closing quote",
        "{} {}                   | line 1, column 4: more text after the end of the JSON value;"
            + " remove it",
        "{\"a\": 1}}             | line 1, column 9: more text after the end of the JSON value;"
            + " remove it",
        "{/* why */ \"a\": 1}    | line 1, column 2: comments are not JSON; name the file .jsonc to"
            + " use // and /* */",
        "{\"a\": 1} // why       | line 1, column 10: more text after the end of the JSON value;"
            + " remove it",
        "{\"a\": 1, \"a\": 2}    | a: the key is given twice, as 1 and as 2; remove one",
      })
  void anErrorOfSyntaxIsNamedWithPathLineColumnAndRemedy(String text, String expected) {
    assertThat(findings(text)).containsExactly(expected);
  }

  @Test
  void linesAreCounted() {
    assertThat(findings("{\n  \"a\": {\n    \"b\": maybe\n  }\n}"))
        .containsExactly("a.b: line 3, column 10: maybe must be in double quotes");
    assertThat(findings("{\"a\": \"x\ny\"}"))
        .containsExactly(
            "a: line 1, column 7: a string holds a line break or control character; write \\n"
                + " or \\u...");
  }

  @Test
  void aBrokenEscapeIsShownOnOneLine() {
    assertThat(findings("{\"a\": \"\\ue1,\n\"}"))
        .singleElement()
        .asString()
        .contains("\\u needs four hexadecimal digits, found ")
        .doesNotContain("\n");
  }

  @Test
  void anEmptyTextSaysWhatAnExperimentIs() {
    assertThat(findings(" \n "))
        .containsExactly("the text is empty; an experiment is a JSON object: { ... }");
  }

  @Test
  void everyDuplicateIsToldAndTheFirstValueStands() {
    Checked<JsonNode> read =
        JsonText.read("{\"p\": {\"x\": 1, \"x\": [2], \"y\": [{\"z\": 0, \"z\": \"s\"}]}}");
    assertThat(read.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "p.x: the key is given twice, as 1 and as an array of 1 element; remove one",
            "p.y[0].z: the key is given twice, as 0 and as \"s\"; remove one");
    assertThat(read.value().orElseThrow().find("p.x").orElseThrow().text()).isEqualTo("1");
  }

  @Test
  void numbersKeepTheTextThatWasWritten() {
    List<JsonNode> numbers =
        JsonText.read("[1e6, 1.50, -0, 123456789012345678901234567890, 1E+2]").orThrow().elements();
    assertThat(numbers)
        .extracting(JsonNode::text)
        .containsExactly("1e6", "1.50", "-0", "123456789012345678901234567890", "1E+2");
  }

  @Test
  void keysKeepTheirOrder() {
    assertThat(JsonText.read("{\"z\": 1, \"a\": 2, \"m\": 3}").orThrow().keys())
        .containsExactly("z", "a", "m");
  }

  @Test
  void aNumberOfAbsurdLengthIsRefused() {
    assertThat(findings("{\"a\": 1" + "0".repeat(5000) + "}"))
        .singleElement()
        .asString()
        .startsWith("a: line 1, column 7: 1000")
        .endsWith("... has too many digits");
  }

  @Test
  void nestingIsLimitedWithoutLosingTheRest() {
    String deep = "[".repeat(65) + "]".repeat(65);
    assertThat(findings("{\"a\": " + deep + ", \"b\": 1, \"b\": 2}"))
        .hasSize(2)
        .first()
        .asString()
        .endsWith("[0]: nested deeper than 64 levels");
    assertThat(JsonText.read("[".repeat(64) + "]".repeat(64)).valid()).isTrue();
  }

  @Test
  void aMillionOpenBracketsAreTwoFindingsAndNoStackOverflow() {
    assertThat(JsonText.read("[".repeat(1_000_000)).findings()).hasSize(2);
  }

  @Test
  void textsThatAreTooLongAreNotEvenRead() {
    assertThat(findings(" ".repeat(JsonText.LONGEST + 1)))
        .singleElement()
        .asString()
        .contains("8388609 characters", "at most 8388608");
  }

  @Test
  void aByteOrderMarkDoesNotHurt() {
    assertThat(JsonText.read("\ufeff{}").valid()).isTrue();
  }

  @Test
  void commentsAreAllowedOnRequestAndKeepLinesWhereTheyAre() {
    String text =
        """
        { // the rate
          "rate": 0.1, /* two
          lines */ "url": "http://x/*y*/",
          "bad": oops
        }
        """;
    assertThat(JsonText.readWithComments(text).findings())
        .containsExactly(new Finding("bad", "line 4, column 10: oops must be in double quotes"));
    assertThat(
            JsonText.readWithComments(text.replace("oops", "1"))
                .orThrow()
                .find("url")
                .orElseThrow()
                .text())
        .isEqualTo("http://x/*y*/");
    assertThat(JsonText.readWithComments("{} /* for ever").findings())
        .containsExactly(
            new Finding("", "line 1, column 4: the comment that begins here has no end"));
  }

  @Test
  void writingIndentsAndKeepsArraysOfScalarsOnOneLine() {
    JsonNode node =
        JsonText.read("{\"a\":[1,2.50,\"x\"],\"b\":{\"c\":[[1],[]]},\"d\":null,\"e\":{}}")
            .orThrow();
    assertThat(JsonText.write(node))
        .isEqualTo(
            """
            {
              "a": [1, 2.50, "x"],
              "b": {
                "c": [
                  [1],
                  []
                ]
              },
              "d": null,
              "e": {}
            }
            """);
    assertThat(node)
        .hasToString(
            "{\"a\": [1, 2.50, \"x\"], \"b\": {\"c\": [[1], []]}, \"d\": null, \"e\": {}}");
  }

  @Test
  void whatIsWrittenReadsBackEqual() {
    JsonNode node =
        JsonText.read("{\"a b\":\"\\u0000\\\"\\\\\\u2028<é>\",\"\":[true,false]}").orThrow();
    assertThat(JsonText.read(JsonText.write(node)).orThrow()).isEqualTo(node);
  }
}
