package com.aicashevolution.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @Test
  void readsTheFormOfHostingProviders() {
    DatabaseUrl url =
        DatabaseUrl.of(
            "postgresql://postgres.abcdef:s3cr%40t%2F@aws-0-eu-central-1.pooler.supabase.com:6543"
                + "/postgres?sslmode=require&pgbouncer=true&connect_timeout=5");

    assertThat(url.hosts()).isEqualTo("aws-0-eu-central-1.pooler.supabase.com:6543");
    assertThat(url.database()).isEqualTo("postgres");
    assertThat(url.user()).isEqualTo("postgres.abcdef");
    assertThat(url.password()).isEqualTo("s3cr@t/");
    assertThat(url.parameters()).isEqualTo(Map.of("sslmode", "require", "connectTimeout", "5"));
    assertThat(url.jdbcUrl())
        .isEqualTo("jdbc:postgresql://aws-0-eu-central-1.pooler.supabase.com:6543/postgres");
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://u:p@db/ml,                             db:5432,          ml,   u, p",
    "postgresql://u@db:5433/ml,                        db:5433,          ml,   u, ''",
    "postgresql://db/ml,                               db:5432,          ml,   '', ''",
    "postgresql://u:p@[::1]/ml,                        [::1]:5432,       ml,   u, p",
    "postgresql://u:p@[fd12::7]:6543/ml,               [fd12::7]:6543,   ml,   u, p",
    "postgresql://u:p:q@db/ml,                         db:5432,          ml,   u, p:q",
    "postgresql://u:p@q@db/ml,                         db:5432,          ml,   u, p@q",
    "postgresql://u%40x:a+b@db/m%20l,                  db:5432,          m l,  u@x, a+b",
    "'postgresql://u:p@a:1,b:2/ml',                    'a:1,b:2',        ml,   u, p",
    "jdbc:postgresql://db:5433/ml?user=u&password=p%26, db:5433,         ml,   u, p&",
    "jdbc:postgresql://u:p@db/ml,                      db:5432,          ml,   u, p",
    "'  postgresql://u:p@db/ml ',                      db:5432,          ml,   u, p",
  })
  void readsEveryFormPeopleWrite(
      String text, String hosts, String database, String user, String password) {
    assertThat(DatabaseUrl.of(text))
        .isEqualTo(new DatabaseUrl(hosts, database, user, password, Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql://u:hunter2@db/ml                     | must begin with postgresql://",
        "hunter2                                     | must begin with postgresql://",
        "postgresql://u:hunter2@/ml                  | names no host",
        "postgresql://u:hunter2@db                   | names no database",
        "postgresql://u:hunter2@db/                  | names no database",
        "postgresql://u:hunter2@db:0/ml              | port must be in [1, 65535]",
        "postgresql://u:hunter2@db:65536/ml          | port must be in [1, 65535]",
        "postgresql://u:hunter2@db:port/ml           | host must be a name or address",
        "postgresql://u:hunter2@::1/ml               | host must be a name or address",
        "postgresql://u:hunter2/x@db/ml              | percent-encoded",
        "postgresql://u:hunter2%zz@db/ml             | write %25 for a percent",
        "postgresql://u:hunter2@db/ml?sslmod=require | does not know: 'sslmod'",
        "postgresql://u:hunter2@db/ml?sslmode=on     | sslmode must be one of",
        "postgresql://u:hunter2@db/ml?sslmode        | must look like ?name=value",
      })
  void saysWhatIsWrongAndNeverQuotesThePassword(String text, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatabaseUrl.of(text))
        .withMessageContaining(reason)
        .withMessageNotContaining("hunter2")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"postgresql://u:hunter2@db/ml", "jdbc:postgresql://db/ml?password=hunter2"})
  void showsNoPasswordWhenPrinted(String text) {
    assertThat(DatabaseUrl.of(text).toString()).doesNotContain("hunter2").contains("db:5432/ml");
  }

  @Property
  void takesEveryPercentEncodedPassword(
      @ForAll @StringLength(max = 40) String user,
      @ForAll @StringLength(max = 40) String password) {
    DatabaseUrl url =
        DatabaseUrl.of(
            "postgresql://" + percentEncode(user) + ":" + percentEncode(password) + "@db/ml");

    assertThat(url.user()).isEqualTo(asUtf8(user));
    assertThat(url.password()).isEqualTo(asUtf8(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ml", "m l", "m+l", "m/l", "ä"})
  void handsTheDatabaseNameToTheDriverUnchanged(String database) throws SQLException {
    DatabaseUrl url = new DatabaseUrl("db:5432", database, "u", "p", Map.of());

    var parsed =
        DriverManager.getDriver(url.jdbcUrl()).getPropertyInfo(url.jdbcUrl(), new Properties());

    assertThat(Arrays.stream(parsed).filter(info -> info.name.equals("PGDBNAME")))
        .singleElement()
        .satisfies(info -> assertThat(info.value).isEqualTo(database));
  }

  /** Every byte as %XX, written here on its own so that the parser is not its own judge. */
  private static String percentEncode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format("%%%02X", b & 0xff));
    }
    return encoded.toString();
  }

  /** Lone surrogates have no UTF-8 form. */
  private static String asUtf8(String text) {
    var utf8 = StandardCharsets.UTF_8;
    return new String(text.getBytes(utf8), utf8);
  }
}
