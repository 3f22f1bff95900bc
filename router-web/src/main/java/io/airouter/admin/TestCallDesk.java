package io.airouter.admin;

import io.airouter.boundary.DatabaseUnavailableException;
import io.airouter.boundary.TestCalls;
import io.airouter.boundary.TooManyTestCallsException;
import io.airouter.model.EndpointId;
import io.airouter.query.TestCall;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Makes the test calls that the page of a model asks for, and holds what came of the last. */
@Named
@RequestScoped
public class TestCallDesk {
  @Inject private TestCalls tests;

  private String prompt = TestCall.DEFAULT_PROMPT;
  private String problem = "";
  private Optional<TestCallView> result = Optional.empty();

  /** Calls that endpoint once. */
  public void call(String endpoint) {
    try {
      String typed = prompt.isBlank() ? TestCall.DEFAULT_PROMPT : prompt;
      result = Optional.of(new TestCallView(tests.call(new EndpointId(endpoint), typed)));
    } catch (TooManyTestCallsException e) {
      problem = "Too many test calls run now; try again when they have ended.";
    } catch (DatabaseUnavailableException e) {
      problem = "A test call leaves an audit entry, and the database does not answer now.";
    } catch (EJBException e) {
      problem = "There is no such endpoint any more: " + endpoint;
    }
  }

  public String getPrompt() {
    return prompt;
  }

  public void setPrompt(String prompt) {
    this.prompt = prompt == null ? "" : prompt.strip();
  }

  public int getLongest() {
    return TestCall.MAX_PROMPT;
  }

  public String getProblem() {
    return problem;
  }

  public boolean isCalled() {
    return result.isPresent();
  }

  public TestCallView getResult() {
    return result.orElseThrow();
  }
}
