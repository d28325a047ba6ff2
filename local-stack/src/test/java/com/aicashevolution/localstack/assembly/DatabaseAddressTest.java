package com.aicashevolution.localstack.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.localstack.StackFailure;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
  @Test
  void readsTheFormThatProvidersHandOut() {
    assertThat(
            DatabaseAddress.parse("postgresql://me:p%40ss@db.example.com:6543/ml?sslmode=require"))
        .hasToString("jdbc:postgresql://db.example.com:6543/ml");
    assertThat(DatabaseAddress.parse("postgres://db.example.com/ml"))
        .hasToString("jdbc:postgresql://db.example.com:5432/ml");
  }

  @Test
  void neverShowsThePassword() {
    assertThat(DatabaseAddress.parse("postgresql://me:secret@h/ml").toString())
        .doesNotContain("secret");
    assertThat(DatabaseAddress.parse("jdbc:postgresql://h/ml?user=me&password=secret").toString())
        .doesNotContain("secret");
  }

  @Test
  void refusesAnotherKindOfDatabase() {
    assertThatThrownBy(() -> DatabaseAddress.parse("mysql://h/ml"))
        .isInstanceOf(StackFailure.class)
        .hasMessageStartingWith("DATABASE_URL must begin with");
  }
}
