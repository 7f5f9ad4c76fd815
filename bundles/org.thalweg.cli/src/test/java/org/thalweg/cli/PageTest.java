package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {
  private final Page page = new Page(20);

  @Test
  void wordsAreWrappedToTheWidth() {
    page.text(2, "a line of words that goes on");
    assertThat(page.lines()).containsExactly("  a line of words", "  that goes on");
  }

  @Test
  void whatFollowsALabelStaysInItsColumn() {
    page.text("name", 6, "a line of words here");
    assertThat(page.lines()).containsExactly("name  a line of", "      words here");
  }

  @Test
  void aLabelTooLongForItsColumnStandsAlone() {
    page.text("a-long-name", 4, "words");
    assertThat(page.lines()).containsExactly("a-long-name", "    words");
  }

  @Test
  void aWordLongerThanTheLineIsNotBroken() {
    page.hanging(0, 2, "doi:10.1103/PhysRevLett.130.237101 and more");
    assertThat(page.lines()).containsExactly("doi:10.1103/PhysRevLett.130.237101", "  and more");
  }

  @Test
  void gapsDoNotAddUp() {
    page.gap();
    page.line("one");
    page.gap();
    page.gap();
    page.line("two");
    assertThat(page.lines()).containsExactly("one", "", "two");
  }
}
