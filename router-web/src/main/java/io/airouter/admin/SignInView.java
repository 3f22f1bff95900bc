package io.airouter.admin;

import io.airouter.access.PasswordSignIn.Visit;
import io.airouter.access.SignedIn;
import io.airouter.api.SignedInSession;
import io.airouter.boundary.Accounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The sign-in page. What was wrong with a refused attempt is not told apart, on purpose. */
@Named
@RequestScoped
public class SignInView {
  @Inject private Accounts accounts;
  @Inject private HttpServletRequest request;

  private String name = "";
  private String password = "";
  private boolean refused;

  /** Signs in and leads to the dashboard; a first password leads to its change instead. */
  public String signIn() {
    Optional<SignedIn> user =
        isFromElsewhere()
            ? Optional.empty()
            : accounts.signIn(new Visit(name, request.getRemoteAddr()), password.toCharArray());
    password = "";
    if (user.isEmpty()) {
      refused = true;
      return "";
    }
    SignedInSession.signIn(request, user.get());
    String page = user.get().mustChangePassword() ? "/password.xhtml" : "/dashboard.xhtml";
    return page + "?faces-redirect=true";
  }

  /** The page keeps no view state, so the browser's word stands for it against forged forms. */
  private boolean isFromElsewhere() {
    return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
  }

  /** Whether the attempt that was just made was refused. */
  public boolean isRefused() {
    return refused;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
