package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.boundary.HistoryUnavailableException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
  @Test
  void whoIsUnknownIsAskedForCredentialsAndWhoIsKnownIsRefused() {
    assertThat(ProblemMapper.problem(new EJBAccessException("no"), false).status()).isEqualTo(401);
    assertThat(ProblemMapper.problem(new EJBAccessException("no"), true).status()).isEqualTo(403);
  }

  @Test
  void theCauseOfWhatAnEjbWrapsIsTold() {
    EJBException wrapped = new EJBException(new NoSuchElementException("gpt-4 has no endpoint x"));

    assertThat(ProblemMapper.problem(wrapped, true).status()).isEqualTo(404);
  }

  @Test
  void aHistoryThatIsGoneIsWorthAnotherTry() {
    Problem problem =
        ProblemMapper.problem(
            new HistoryUnavailableException(new IllegalStateException("gone")), true);

    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.retryAfter()).isPresent();
  }

  @Test
  void aDatabaseThatIsGoneIsWorthAnotherTry() {
    EJBException lost =
        new EJBException(new IllegalStateException(new SQLException("I/O error, secret", "08006")));
    EJBException wrong = new EJBException(new IllegalStateException(new SQLException("x", "2")));

    assertThat(ProblemMapper.problem(lost, true).status()).isEqualTo(503);
    assertThat(ProblemMapper.problem(lost, true).retryAfter()).isPresent();
    assertThat(ProblemMapper.problem(lost, true).detail()).doesNotContain("secret");
    assertThat(ProblemMapper.problem(wrong, true).status()).isEqualTo(500);
  }

  @Test
  void whatNobodyExpectedTellsNothingOfItself() {
    Problem problem = ProblemMapper.problem(new IllegalStateException("secret"), true);

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.detail()).doesNotContain("secret");
  }
}
