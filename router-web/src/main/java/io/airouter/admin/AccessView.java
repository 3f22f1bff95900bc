package io.airouter.admin;

import io.airouter.access.AuditEntry;
import io.airouter.access.CreatedUser;
import io.airouter.access.Role;
import io.airouter.access.User;
import io.airouter.access.UserEdit;
import io.airouter.boundary.UserConflictException;
import io.airouter.boundary.UserRefusedException;
import io.airouter.boundary.Users;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The users on the Access page: made, looked at by {@code ?user=} and changed. A change is of the
 * version that was shown; where somebody else came first, both are shown.
 */
@Named
@ViewScoped
public class AccessView implements Serializable {
  @Serial private static final long serialVersionUID = 1;
  private static final int AUDIT = 30;

  @Inject private transient Users users;
  @Inject private transient Visitor visitor;

  private String newName = "";
  private Role newRole = Role.VIEWER;
  private String selected = "";
  private long version;
  private Role role = Role.VIEWER;
  private boolean enabled = true;
  private boolean removing;
  private String oneTimeName = "";
  private String oneTimePassword = "";
  private String problem = "";
  private String done = "";
  private transient Optional<User> theirs = Optional.empty();

  /** Refuses whoever is no administrator, and looks the user up that the address names. */
  public void open() throws IOException {
    if (!visitor.is(Role.ADMIN)) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "");
      faces.responseComplete();
      return;
    }
    // Not by a view parameter: that would come back with each later action.
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    selected = parameters.getOrDefault("user", "").strip();
    if (!selected.isEmpty()) {
      look();
    }
  }

  private void look() {
    Optional<User> user = users.user(selected);
    if (user.isEmpty()) {
      problem = "There is no user " + selected + ".";
      selected = "";
      return;
    }
    show(user.get());
  }

  private void show(User user) {
    version = user.version();
    role = user.role();
    enabled = user.enabled();
    theirs = Optional.empty();
    removing = false;
  }

  /** Makes a user. */
  public void create() {
    attempt(
        () -> {
          CreatedUser created = users.create(newName.strip(), newRole);
          showPassword(created);
          done = "User " + created.user().name() + " is made.";
          newName = "";
        });
  }

  /** Sets role and permission of the user that is shown. */
  public void save() {
    attempt(
        () -> {
          show(users.change(new UserEdit(selected, version, role, enabled)));
          done = "User " + selected + " is changed; this counts at once.";
        });
  }

  /** Sees theirs and wants its own all the same. */
  public void saveOverTheirs() {
    version = users.user(selected).map(User::version).orElse(version);
    theirs = Optional.empty();
    save();
  }

  /** Gives up its own for theirs. */
  public void takeTheirs() {
    clear();
    look();
  }

  public void resetPassword() {
    attempt(
        () -> {
          CreatedUser reset = users.resetPassword(selected, version);
          show(reset.user());
          showPassword(reset);
          done = "User " + selected + " has a new one-time password; their sessions ended.";
        });
  }

  /** Asks once more. */
  public void askToRemove() {
    clear();
    removing = true;
  }

  public void keep() {
    removing = false;
  }

  public void remove() {
    attempt(
        () -> {
          users.remove(selected, version);
          done = "User " + selected + " is removed.";
          selected = "";
          removing = false;
        });
  }

  private void attempt(Runnable action) {
    clear();
    try {
      action.run();
    } catch (UserConflictException e) {
      theirs = Optional.of(e.theirs());
      problem = "Somebody else changed " + e.theirs().name() + " while you looked at it.";
    } catch (UserRefusedException e) {
      problem = "Not done: " + e.getMessage() + ".";
    } catch (NoSuchElementException e) {
      problem = "Not done: " + e.getMessage() + ".";
      selected = "";
    }
  }

  private void clear() {
    problem = "";
    done = "";
    oneTimeName = "";
    oneTimePassword = "";
    theirs = Optional.empty();
  }

  private void showPassword(CreatedUser user) {
    oneTimeName = user.user().name();
    oneTimePassword = user.oneTimePassword();
  }

  public List<UserRow> getUsers() {
    return users.users().stream().map(user -> UserRow.of(user, visitor.getName())).toList();
  }

  public List<AuditRow> getAudit() {
    return users.audit(AUDIT).stream().map(AuditRow::of).toList();
  }

  /** Who did what. */
  public record AuditRow(String at, String actor, String action, String subject, String detail) {
    static AuditRow of(AuditEntry entry) {
      return new AuditRow(
          Figures.dayAndTime(entry.at()),
          entry.actor(),
          entry.action(),
          entry.subject(),
          entry.detail());
    }
  }

  public List<Role> getRoles() {
    return Arrays.asList(Role.values());
  }

  public boolean isOwn() {
    return selected.equals(visitor.getName());
  }

  public boolean isChosen() {
    return !selected.isEmpty();
  }

  public boolean isConflict() {
    return theirs.isPresent();
  }

  /** What the user is now, in words. */
  public String getTheirs() {
    return theirs.map(user -> words(user.role(), user.enabled())).orElse("");
  }

  /** What was wanted, in words. */
  public String getYours() {
    return words(role, enabled);
  }

  private static String words(Role role, boolean enabled) {
    return "role " + role.word() + ", " + (enabled ? "may sign in" : "may not sign in");
  }

  public String getNewName() {
    return newName;
  }

  public void setNewName(String newName) {
    this.newName = newName;
  }

  public Role getNewRole() {
    return newRole;
  }

  public void setNewRole(Role newRole) {
    this.newRole = newRole;
  }

  public String getSelected() {
    return selected;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public boolean isRemoving() {
    return removing;
  }

  public String getOneTimeName() {
    return oneTimeName;
  }

  public String getOneTimePassword() {
    return oneTimePassword;
  }

  public String getProblem() {
    return problem;
  }

  public String getDone() {
    return done;
  }
}
