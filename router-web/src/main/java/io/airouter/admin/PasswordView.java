package io.airouter.admin;

import io.airouter.access.PasswordSignIn.Visit;
import io.airouter.access.PasswordVerdict;
import io.airouter.access.SignedIn;
import io.airouter.api.SignedInSession;
import io.airouter.boundary.Accounts;
import io.airouter.boundary.PasswordRefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Changes the visitor's own password; the only page of a user who must do so first. */
@Named
@RequestScoped
public class PasswordView {
  @Inject private Accounts accounts;
  @Inject private Visitor visitor;
  @Inject private HttpServletRequest request;

  private String current = "";
  private String fresh = "";
  private String again = "";

  public boolean isForced() {
    return visitor.signedIn().map(SignedIn::mustChangePassword).orElse(false);
  }

  /** Changes it, and goes on to the dashboard under a new session. */
  public String change() {
    Optional<SignedIn> user = visitor.signedIn();
    if (user.isEmpty()) {
      return "/login.xhtml?faces-redirect=true";
    }
    if (!fresh.equals(again)) {
      return refused("again", "This is not the same as the new password.");
    }
    SignedIn changed;
    try {
      Visit visit = new Visit(user.get().name(), request.getRemoteAddr());
      changed = accounts.changePassword(visit, current.toCharArray(), fresh.toCharArray());
    } catch (PasswordRefusedException e) {
      return refused(field(e.verdict()), sentence(e.verdict().reason()));
    }
    SignedInSession.signIn(request, changed);
    return "/dashboard.xhtml?faces-redirect=true";
  }

  private static String field(PasswordVerdict verdict) {
    return switch (verdict) {
      case WRONG_PASSWORD, LOCKED, CONFLICT -> "current";
      default -> "fresh";
    };
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }

  private static String refused(String field, String reason) {
    FacesContext.getCurrentInstance()
        .addMessage(
            "password:" + field, new FacesMessage(FacesMessage.SEVERITY_ERROR, reason, reason));
    return "";
  }

  public String getCurrent() {
    return current;
  }

  public void setCurrent(String current) {
    this.current = current;
  }

  public String getFresh() {
    return fresh;
  }

  public void setFresh(String fresh) {
    this.fresh = fresh;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
