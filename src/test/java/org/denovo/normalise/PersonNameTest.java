package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.denovo.record.NameMark;
import org.junit.jupiter.api.Test;

/** Names as centres write them, all invented. */
class PersonNameTest {

  /** The texts themselves instead of hashes. */
  private static final IdentifierHash CLEAR = text -> text.substring(text.indexOf('\n') + 1);

  @Test
  void aChineseNameHasCharactersSyllablesAndInitials() {
    assertThat(mark("王小红")).contains(new NameMark("王小红", "hong wang xiao", "wang x h"));
  }

  @Test
  void homophonesSoundAlike() {
    assertThat(mark("张丽").orElseThrow().sound())
        .isEqualTo(mark("章莉").orElseThrow().sound())
        .isEqualTo("li zhang");
  }

  @Test
  void traditionalAndVariantCharactersAreTheCommonOnes() {
    for (String written : List.of("吳麗國", "吴丽囯", "吴丽国", " 吴 丽 国", "吴丽国（化疗）", "吴丽国2")) {
      assertThat(mark(written).orElseThrow().characters()).as(written).isEqualTo("吴丽国");
    }
  }

  @Test
  void aDoubleSurnameIsOne() {
    assertThat(mark("欧阳娜")).contains(new NameMark("欧阳娜", "na ou yang", "ouyang n"));
    assertThat(mark("尉迟红").orElseThrow().initials()).isEqualTo("yuchi h");
  }

  @Test
  void aSurnameIsReadAsASurname() {
    assertThat(mark("曾红").orElseThrow().sound()).isEqualTo("hong zeng");
    assertThat(mark("单雪").orElseThrow().initials()).isEqualTo("shan x");
    assertThat(mark("解玲").orElseThrow().initials()).isEqualTo("xie l");
  }

  @Test
  void pinyinIsTheSameNameInEitherOrder() {
    NameMark chinese = mark("王小红").orElseThrow();
    for (String written :
        List.of(
            "Wang Xiaohong",
            "WANG XIAO HONG",
            "Xiaohong Wang",
            "Wang, Xiao-hong",
            "wáng xiǎo hóng")) {
      NameMark latin = mark(written).orElseThrow();
      assertThat(latin.sound()).as(written).isEqualTo(chinese.sound());
      assertThat(latin.initials()).as(written).isEqualTo(chinese.initials());
    }
    assertThat(mark("Lü Fang").orElseThrow().sound())
        .isEqualTo(mark("吕芳").orElseThrow().sound())
        .isEqualTo(mark("LYU FANG").orElseThrow().sound());
    assertThat(mark("Ouyang Na").orElseThrow().initials()).isEqualTo("ouyang n");
    assertThat(mark("Na Li").orElseThrow().sound()).isEqualTo(mark("李娜").orElseThrow().sound());
  }

  @Test
  void aHiddenNameAndWhatIsNoneAreNobodys() {
    for (String written :
        List.of("张某", "张某某", "李*", "王×红", "张女士", "王", "12345", "王小红和李娜的母亲王小红和李娜的母亲王小红")) {
      assertThat(mark(written)).as(written).isEmpty();
    }
  }

  @Test
  void aMarkComesBackFromItsValue() {
    NameMark mark = new NameMark("abc", "def", "ghi");
    assertThat(NameMark.of(mark.write())).contains(mark);
    assertThat(NameMark.of("abcdefghijklmnop")).isEmpty();
  }

  private static Optional<NameMark> mark(String text) {
    return PersonName.of(Spelling.of(text)).map(name -> name.mark(CLEAR));
  }
}
