package org.permitportal.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EmailTest {
  @Test
  void blanksAroundItAndCaseMakeNoDifference() {
    assertThat(Email.find("  Ana.Rivera@Example.COM "))
        .contains(new Email("ana.rivera@example.com"));
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (String typed :
        List.of(
            "",
            "ana",
            "ana@",
            "@example.com",
            "ana@example",
            "ana@@example.com",
            "ana rivera@example.com",
            ".ana@example.com",
            "ana.@example.com",
            "ana..r@example.com",
            "ana@-example.com",
            "ana@example-.com",
            "ana@example..com",
            "ana@10.0.0.1",
            "ana@exämple.com",
            "ana@example.com\nbcc: other@example.com",
            "a".repeat(65) + "@example.com",
            "a@" + "b".repeat(64) + ".com",
            "a@" + "b.".repeat(130) + "com")) {
      assertThat(Email.find(typed)).as(typed).isEmpty();
    }
  }

  @Test
  void onlyItsOwnFormIsAnAddress() {
    assertThatThrownBy(() -> new Email("Ana@example.com"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tagsAreOfOneMailbox() {
    for (String written : List.of("ana", "ana+", "ana+city", "ana+city+2")) {
      assertThat(new Email(written + "@rivera.example").untagged()).isEqualTo("ana@rivera.example");
    }
    assertThat(new Email("+a@rivera.example").untagged()).isEqualTo("+a@rivera.example");
  }

  @Test
  void itDoesNotPrintItself() {
    assertThat(new Email("ana@example.com").toString()).doesNotContain("ana");
  }

  @Property
  void howeverItIsWrittenItIsTheSame(
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 20) String local,
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 20) String host) {
    String plain = local + "+tag@" + host + ".example";
    assertThat(Email.find(plain.toUpperCase(Locale.ROOT))).isEqualTo(Email.find(plain)).isPresent();
    assertThat(new Email(plain).localPart()).isEqualTo(local + "+tag");
  }
}
