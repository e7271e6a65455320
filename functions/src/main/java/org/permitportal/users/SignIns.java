package org.permitportal.users;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Makes a {@link SignIn} for each pool that a function's environment names. */
@Factory
class SignIns {
  @Singleton
  @Named("contractors")
  SignIn contractors(
      CognitoIdentityProviderClient cognito,
      JsonMapper json,
      @Value("${contractors.pool}") String pool,
      @Value("${contractors.client}") String client) {
    return new CognitoSignIn(cognito, json, pool, client);
  }

  @Singleton
  @Named("staff")
  SignIn staff(
      CognitoIdentityProviderClient cognito,
      JsonMapper json,
      @Value("${staff.pool}") String pool,
      @Value("${staff.client}") String client) {
    return new CognitoSignIn(cognito, json, pool, client);
  }
}
