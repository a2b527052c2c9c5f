package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command line that cannot be understood is answered in the reader's language. */
class UsageErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu x|zh|没有命令“rnu”；是否应为“run”？|denovo",
        "rnu x|en|there is no command 'rnu'; did you mean 'run'?|denovo",
        "run|zh|缺少：JOB.yaml|denovo run",
        "run|en|missing: JOB.yaml|denovo run",
        "run a b|en|'b' is one argument too many|denovo run",
        "findings --cnetre c01|zh|没有选项“--cnetre”；是否应为“--centre”？|denovo findings",
        "lock|en|one of these has to be given: --cut NAME, --list|denovo lock",
        "lock --cut a --as-of 3|zh|--as-of DATE：日期写法如2022-06-30|denovo lock",
      })
  void whatIsWrongIsSaidAndWhereTheHelpIs(String words, String lang, String says, String command) {
    Said said = Said.by((words + " --lang " + lang).split(" "));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    String help = lang.equals("zh") ? "用法见：" : "For help: ";
    assertThat(said.err().lines()).containsExactly(says, help + command + " --help");
  }

  @Test
  void aNameThatIsNearlyRightIsSuggestedAndOthersAreListed() {
    assertThat(Said.by("describe", "fields", "er_pc", "--lang", "en").err())
        .isEqualTo("there is no 'er_pc'; did you mean 'er_pct'?\n");
    assertThat(Said.by("describe", "schema", "zzzzzz", "--lang", "en").err())
        .startsWith("there is no 'zzzzzz'; there are: ");
  }
}
