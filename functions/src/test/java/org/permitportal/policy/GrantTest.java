package org.permitportal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the comparison of grants and uses. */
class GrantTest {
  private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/Permits";
  private static final AwsUse READ = new AwsUse("OpenFunction", "dynamodb:GetItem", TABLE);
  private static final AwsUse DRAFT =
      new AwsUse("SignFunction", "s3:PutObject", "arn:aws:s3:::documents/draft/1/2");

  @Test
  void aGrantIsForOneFunctionOneActionAndOneResource() {
    assertThat(List.of(new Grant("OpenFunction", "dynamodb:GetItem", TABLE)))
        .allMatch(grant -> grant.allows(READ));
    assertThat(
            List.of(
                new Grant("OtherFunction", "dynamodb:GetItem", TABLE),
                new Grant("OpenFunction", "dynamodb:Query", TABLE),
                new Grant("OpenFunction", "dynamodb:GetItem", TABLE + "/index/byParty"),
                new Grant("OpenFunction", "dynamodb:GetItem", TABLE.replace("Permits", "Permit"))))
        .noneMatch(grant -> grant.allows(READ));
  }

  @Test
  void aStarStandsForAnythingAndADotForItself() {
    assertThat(new Grant("SignFunction", "s3:PutObject", "arn:aws:s3:::documents/draft/*"))
        .matches(grant -> grant.allows(DRAFT));
    assertThat(new Grant("SignFunction", "s3:PutObject", "arn:aws:s3:::documents/permit/*"))
        .matches(grant -> !grant.allows(DRAFT));
    assertThat(new Grant("SignFunction", "s3:PutObject", "arn:aws:s3:::document./draft/*"))
        .matches(grant -> !grant.allows(DRAFT));
  }

  @Test
  void aMissingAndAnUnusedGrantAreEachNamed() {
    Grant unused = new Grant("OpenFunction", "dynamodb:Query", TABLE);
    assertThat(Grant.missing(List.of(unused), List.of(READ)))
        .containsExactly("OpenFunction may not dynamodb:GetItem on " + TABLE);
    assertThat(Grant.unused(List.of(unused), List.of(READ)))
        .containsExactly("OpenFunction never does dynamodb:Query on " + TABLE);
    Grant fits = new Grant("OpenFunction", "dynamodb:GetItem", TABLE);
    assertThat(Grant.missing(List.of(fits), List.of(READ))).isEmpty();
    assertThat(Grant.unused(List.of(fits), List.of(READ))).isEmpty();
  }
}
